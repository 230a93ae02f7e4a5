/* The floor: reads plan files and drains the events libyaml makes of them, and nothing else. No tool that reads YAML
   with libyaml can be faster for each byte it parses.

     floor [-j THREADS] PATH...      PATH: a file, or a folder searched for *.yaml */
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <yaml.h>

enum { MAX_THREADS = 64 };

static char **files;
static size_t file_count, file_capacity;
static atomic_size_t next_file, total_bytes, total_events, total_errors;

static void stop(const char *path) {
  perror(path);
  exit(2);
}

static void add(const char *path) {
  if (file_count == file_capacity) {
    file_capacity = file_capacity ? file_capacity * 2 : 1024;
    files = realloc(files, file_capacity * sizeof *files);
    if (!files) stop("floor");
  }
  files[file_count++] = strdup(path);
}

static int is_plan(const char *path) {
  size_t length = strlen(path);
  return length > 5 && !strcmp(path + length - 5, ".yaml");
}

static void walk(const char *path) {
  struct stat information;
  if (stat(path, &information)) stop(path);
  if (!S_ISDIR(information.st_mode)) {
    add(path);
    return;
  }
  struct dirent **entries;
  int count = scandir(path, &entries, NULL, alphasort);
  if (count < 0) stop(path);
  for (int i = 0; i < count; i++) {
    char *child;
    if (asprintf(&child, "%s/%s", path, entries[i]->d_name) < 0) stop(path);
    if (entries[i]->d_name[0] == '.') {
    } else if (entries[i]->d_type == DT_DIR) {
      walk(child);
    } else if (is_plan(child)) {
      add(child);
    }
    free(child);
    free(entries[i]);
  }
  free(entries);
}

/* Reads a file whole into `buffer`, which grows as it must; gives the length. */
static size_t read_file(const char *path, unsigned char **buffer, size_t *capacity) {
  int descriptor = open(path, O_RDONLY);
  struct stat information;
  if (descriptor < 0 || fstat(descriptor, &information)) stop(path);
  size_t length = information.st_size, got = 0;
  if (length > *capacity) {
    *capacity = length * 2;
    *buffer = realloc(*buffer, *capacity);
    if (!*buffer) stop(path);
  }
  while (got < length) {
    ssize_t count = read(descriptor, *buffer + got, length - got);
    if (count < 0) stop(path);
    if (count == 0) break;
    got += count;
  }
  close(descriptor);
  return got;
}

/* Gives the number of events, or -1 where the text is no YAML. */
static long drain(const unsigned char *text, size_t length) {
  yaml_parser_t parser;
  yaml_event_t event;
  long events = 0;
  if (!yaml_parser_initialize(&parser)) stop("floor");
  yaml_parser_set_input_string(&parser, text, length);
  for (int done = 0; !done; yaml_event_delete(&event)) {
    if (!yaml_parser_parse(&parser, &event)) {
      events = -1;
      break;
    }
    events++;
    done = event.type == YAML_STREAM_END_EVENT;
  }
  yaml_parser_delete(&parser);
  return events;
}

static void *work(void *unused) {
  (void)unused;
  unsigned char *buffer = NULL;
  size_t capacity = 0, bytes = 0, events = 0, errors = 0;
  for (size_t i; (i = atomic_fetch_add(&next_file, 1)) < file_count;) {
    size_t length = read_file(files[i], &buffer, &capacity);
    long count = drain(buffer, length);
    bytes += length;
    if (count < 0) errors++;
    else events += count;
  }
  free(buffer);
  atomic_fetch_add(&total_bytes, bytes);
  atomic_fetch_add(&total_events, events);
  atomic_fetch_add(&total_errors, errors);
  return NULL;
}

int main(int argc, char **argv) {
  int threads = 1, option;
  while ((option = getopt(argc, argv, "j:")) != -1) {
    if (option != 'j') return 2;
    threads = atoi(optarg);
  }
  if (threads < 1 || threads > MAX_THREADS || optind == argc) {
    fprintf(stderr, "usage: floor [-j THREADS] PATH...\n");
    return 2;
  }
  for (int i = optind; i < argc; i++) walk(argv[i]);
  pthread_t others[MAX_THREADS];
  for (int i = 1; i < threads; i++)
    if (pthread_create(&others[i], NULL, work, NULL)) stop("floor");
  work(NULL);
  for (int i = 1; i < threads; i++) pthread_join(others[i], NULL);
  printf("%zu files, %zu bytes, %zu events, %zu errors\n", file_count, (size_t)total_bytes, (size_t)total_events,
         (size_t)total_errors);
  return total_errors ? 1 : 0;
}
