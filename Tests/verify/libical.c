/* libical FILE: prints every VEVENT with its days, and every day on which it recurs, as libical understands them.
   One line an occurrence: UID, first day, day after the last, summary, with tabs between. */

#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

static int day_number(struct icaltimetype day) { return (int)(icaltime_as_timet(day) / 86400); }

static void print_day(icalcomponent *event, struct icaltime_span *span, void *data) {
  (void)data;
  /* The span's own end counts the day after an all-day event as part of it; the length is DTEND less DTSTART. */
  struct icaltimetype begin = icalcomponent_get_dtstart(event), end = icalcomponent_get_dtend(event);
  int days = day_number(end) - day_number(begin);
  struct icaltimetype first = icaltime_from_timet_with_zone(span->start, 1, icaltimezone_get_utc_timezone());
  struct icaltimetype last = first;
  icaltime_adjust(&last, days, 0, 0, 0);
  printf("%s\t%04d-%02d-%02d\t%04d-%02d-%02d\t%s\n", icalcomponent_get_uid(event), first.year, first.month, first.day,
         last.year, last.month, last.day, icalcomponent_get_summary(event));
}

int main(int count, char **arguments) {
  if (count != 2) return 2;
  FILE *file = fopen(arguments[1], "rb");
  if (!file) return 2;
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  char *text = calloc((size_t)size + 1, 1);
  if (!text || fread(text, 1, (size_t)size, file) != (size_t)size) return 2;
  icalcomponent *calendar = icalparser_parse_string(text);
  if (!calendar) {
    fprintf(stderr, "libical cannot read it\n");
    return 1;
  }
  icalcomponent_strip_errors(calendar);
  int errors = icalcomponent_count_errors(calendar);
  if (errors || !icalrestriction_check(calendar)) {
    fprintf(stderr, "libical finds errors or broken restrictions\n%s", icalcomponent_as_ical_string(calendar));
    return 1;
  }
  for (icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); event;
       event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
    struct icaltimetype from = icaltime_from_string("00010102"), to = icaltime_from_string("99991230");
    icalcomponent_foreach_recurrence(event, from, to, print_day, NULL);
  }
  return 0;
}
