/* Times several commands in turn, A B C A B C ..., so that drift of the machine hits all of them alike.

     roundrobin ROUNDS 'command a' 'command b' ...

   Each command is split at blanks; its output is thrown away. After one uncounted round, prints a line a command:
   median wall ms, median processor ms (user and system), largest resident set in kB, median of the per-round wall
   and processor ratios to the FIRST command, exit status, and the command. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

enum { MAX_ROUNDS = 1000, MAX_COMMANDS = 32, MAX_WORDS = 64 };

typedef struct {
  const char *text;
  double wall[MAX_ROUNDS], processor[MAX_ROUNDS];
  long resident;
  int status;
} command;

extern char **environ;
static command commands[MAX_COMMANDS];
static posix_spawn_file_actions_t quiet;

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return x < y ? -1 : x > y;
}

static double median(const double *values, int count) {
  double sorted[MAX_ROUNDS];
  memcpy(sorted, values, count * sizeof *sorted);
  qsort(sorted, count, sizeof *sorted, ascending);
  return count % 2 ? sorted[count / 2] : (sorted[count / 2 - 1] + sorted[count / 2]) / 2;
}

static double median_ratio(const double *values, const double *base, int count) {
  double ratios[MAX_ROUNDS];
  for (int i = 0; i < count; i++) ratios[i] = values[i] / (base[i] > 0 ? base[i] : 0.001);
  return median(ratios, count);
}

static double seconds(struct timeval t) { return t.tv_sec + t.tv_usec / 1e6; }

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

/* Runs a command once; a round below 0 is not counted. */
static void run(command *c, int round) {
  char *text = strdup(c->text), *words[MAX_WORDS + 1];
  int count = 0;
  for (char *word = strtok(text, " "); word && count < MAX_WORDS; word = strtok(NULL, " ")) words[count++] = word;
  words[count] = NULL;
  struct rusage usage;
  int status;
  pid_t pid;
  double start = now();
  if (count == 0 || posix_spawnp(&pid, words[0], &quiet, NULL, words, environ)) {
    fprintf(stderr, "roundrobin: cannot start '%s'\n", c->text);
    exit(2);
  }
  wait4(pid, &status, 0, &usage);
  double end = now();
  free(text);
  if (round < 0) return;
  c->wall[round] = (end - start) * 1e3;
  c->processor[round] = (seconds(usage.ru_utime) + seconds(usage.ru_stime)) * 1e3;
  if (usage.ru_maxrss > c->resident) c->resident = usage.ru_maxrss;
  c->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int main(int argc, char **argv) {
  int rounds = argc > 2 ? atoi(argv[1]) : 0, count = argc - 2;
  if (rounds < 1 || rounds > MAX_ROUNDS || count < 1 || count > MAX_COMMANDS) {
    fprintf(stderr, "usage: roundrobin ROUNDS 'command a' 'command b' ...\n");
    return 2;
  }
  posix_spawn_file_actions_init(&quiet);
  posix_spawn_file_actions_addopen(&quiet, 1, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&quiet, 2, "/dev/null", O_WRONLY, 0);
  for (int i = 0; i < count; i++) commands[i].text = argv[i + 2];
  for (int round = -1; round < rounds; round++)
    for (int i = 0; i < count; i++) run(&commands[i], round);
  for (int i = 0; i < count; i++) {
    command *c = &commands[i], *first = &commands[0];
    printf("%.3f\t%.3f\t%ld\t%.4f\t%.4f\t%d\t%s\n", median(c->wall, rounds), median(c->processor, rounds), c->resident,
           median_ratio(c->wall, first->wall, rounds), median_ratio(c->processor, first->processor, rounds), c->status,
           c->text);
  }
  return 0;
}
