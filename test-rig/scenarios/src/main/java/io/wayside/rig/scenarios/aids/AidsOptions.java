// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.aids;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line.
 *
 * @param in a journal's folder, a gateway's folder of state, or an export
 * @param from first moment; empty is three years before the end
 * @param to first moment that is not of it
 * @param out where the table goes; - is the standard output
 */
record AidsOptions(
    Path in, Optional<Instant> from, Instant to, ZoneId zone, boolean csv, String out) {

  static final String USAGE =
      """
      usage: wayside aids report [--from DAY] [--to DAY] [--in JOURNAL|STATE|EXPORT]
                                 [--zone ZONE] [--csv] [--out FILE]

        --from DAY   first day, such as 2026-01-01; without it three years before the end
        --to DAY     last day, which belongs to it; without it until now. What is still to
                     come is not reported on
        --in PLACE   a journal, in use or not, which is not changed; a gateway's folder of
                     state; or a file of ./wayside export. Without it /var/lib/wayside
        --zone ZONE  whose days and years, such as Asia/Ho_Chi_Minh; without it that of
                     this machine
        --csv        all columns, for programs
        --out FILE   where it goes; - or none: the standard output

      A row for each aid and the whole time, and one for each calendar year of it. What
      nobody knew is in a column of its own and never counted as up: "open" says that the
      category hangs on it. Downtime begins with the first evidence.

      exit status: 0 it is reported, 1 there is no aid or it cannot be read, 2 wrong usage
      """;

  private static final Set<String> KNOWN =
      Set.of("--from", "--to", "--in", "--zone", "--out", "--csv");
  private static final String STATE = "/var/lib/wayside";

  /** Wrong usage, in words. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;

    Wrong(String message) {
      super(message);
    }
  }

  static AidsOptions parse(Instant now, String... arguments) throws Wrong {
    if (arguments.length == 0 || !arguments[0].equals("report")) {
      throw new Wrong("the first word is report");
    }
    Map<String, String> given = given(arguments);
    ZoneId zone = zone(given.get("--zone"));
    Instant to = now;
    String last = given.get("--to");
    if (last != null) {
      Instant end = day("--to", last).plusDays(1).atStartOfDay(zone).toInstant();
      to = end.isBefore(now) ? end : now;
    }
    Optional<Instant> from = Optional.empty();
    String first = given.get("--from");
    if (first != null) {
      from = Optional.of(day("--from", first).atStartOfDay(zone).toInstant());
      if (!from.get().isBefore(to)) {
        throw new Wrong("--from " + first + " is not before the end, " + to);
      }
    }
    return new AidsOptions(
        Path.of(given.getOrDefault("--in", STATE)),
        from,
        to,
        zone,
        given.containsKey("--csv"),
        given.getOrDefault("--out", "-"));
  }

  private static Map<String, String> given(String... arguments) throws Wrong {
    Map<String, String> given = new HashMap<>();
    for (int i = 1; i < arguments.length; i++) {
      String option = arguments[i];
      if (!KNOWN.contains(option)) {
        throw new Wrong("\"" + option + "\" is not expected");
      }
      if (option.equals("--csv")) {
        given.put(option, "");
      } else if (i + 1 == arguments.length) {
        throw new Wrong(option + " wants a value after it");
      } else {
        given.put(option, arguments[++i]);
      }
    }
    return given;
  }

  private static ZoneId zone(@Nullable String name) throws Wrong {
    try {
      return name == null ? ZoneId.systemDefault() : ZoneId.of(name);
    } catch (DateTimeException unknown) {
      throw new Wrong("--zone: there is no zone " + name + "; see the tz database");
    }
  }

  private static LocalDate day(String option, String text) throws Wrong {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException otherForm) {
      throw new Wrong(option + ": \"" + text + "\" is no day such as 2026-11-22");
    }
  }
}
