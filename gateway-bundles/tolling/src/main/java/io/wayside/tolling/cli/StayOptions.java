// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.cli;

import io.wayside.tolling.tariff.HeldPass;
import io.wayside.tolling.tariff.Moment;
import io.wayside.tolling.tariff.Payment;
import io.wayside.tolling.tariff.Plan;
import io.wayside.tolling.tariff.Stay;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The stay a command line speaks of. */
final class StayOptions {

  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private final Options options;
  private final Plan plan;

  StayOptions(Options options, Plan plan) {
    this.options = options;
    this.plan = plan;
  }

  Stay stay() throws Refused {
    Duration doubt = doubt();
    Optional<Moment> entry = Optional.empty();
    if (options.has("--entry") || !options.has("--lost-ticket")) {
      Instant at = instant("--entry", options.required("--entry"));
      entry = Optional.of(new Moment(at, doubt));
    }
    Moment exit = new Moment(instant("--exit", options.required("--exit")), doubt);
    if (entry.isPresent() && exit.at().isBefore(entry.get().at())) {
      throw Refused.usage("--exit: must not be before --entry");
    }
    return new Stay(
        entry,
        exit,
        vehicleClass(),
        options.has("--lost-ticket"),
        passes(),
        options.all("--discount"),
        payments());
  }

  private String vehicleClass() throws Refused {
    return known("--class", options.required("--class"), plan.classes().keySet());
  }

  private List<HeldPass> passes() throws Refused {
    List<HeldPass> passes = new ArrayList<>();
    for (String text : options.all("--pass")) {
      String[] parts = text.split("[:/]", -1);
      if (parts.length != 3) {
        throw Refused.usage(
            "--pass: \""
                + text
                + "\" is not in the form ID:FIRST-DAY/LAST-DAY, such as"
                + " office:2026-11-01/2026-11-30");
      }
      LocalDate first = day("--pass", parts[1]);
      LocalDate last = day("--pass", parts[2]);
      if (last.isBefore(first)) {
        throw Refused.usage("--pass: \"" + text + "\" ends before its first day");
      }
      passes.add(new HeldPass(known("--pass", parts[0], plan.passes().keySet()), first, last));
    }
    return passes;
  }

  private List<Payment> payments() throws Refused {
    List<Payment> payments = new ArrayList<>();
    for (String text : options.all("--paid")) {
      int split = text.indexOf('@');
      if (split < 1) {
        throw Refused.usage(
            "--paid: \""
                + text
                + "\" is not in the form AMOUNT@T, with the amount in the smallest"
                + " unit");
      }
      String amount = text.substring(0, split);
      if (!amount.matches("[1-9][0-9]{0,12}")) {
        throw Refused.usage("--paid: \"" + amount + "\" is no amount in the smallest unit");
      }
      payments.add(
          new Payment(instant("--paid", text.substring(split + 1)), Long.parseLong(amount)));
    }
    return payments;
  }

  private Duration doubt() throws Refused {
    String text = options.one("--clock-doubt").orElse("0");
    if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) > 120) {
      throw Refused.usage("--clock-doubt: \"" + text + "\" must be whole minutes from 0 to 120");
    }
    return Duration.ofMinutes(Integer.parseInt(text));
  }

  private Instant instant(String option, String text) throws Refused {
    Instant at = moment(option, text);
    if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
      throw Refused.usage(option + ": \"" + text + "\" is not in the years 1970 to 9999");
    }
    return at;
  }

  /** With an offset, or in the local time of the plan. */
  private Instant moment(String option, String text) throws Refused {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException withoutOffset) {
      return local(option, text);
    }
  }

  private Instant local(String option, String text) throws Refused {
    LocalDateTime local;
    try {
      local = LocalDateTime.parse(text);
    } catch (DateTimeException notTime) {
      throw Refused.usage(
          option
              + ": \""
              + text
              + "\" is not a time such as 2026-11-21T08:00 or"
              + " 2026-11-21T08:00:00+07:00");
    }
    int meanings = plan.zone().getRules().getValidOffsets(local).size();
    if (meanings != 1) {
      throw Refused.usage(
          option
              + ": "
              + text
              + (meanings == 0 ? " does not occur in " : " occurs twice in ")
              + plan.zone()
              + ", as clocks change; write it with its offset");
    }
    return local.atZone(plan.zone()).toInstant();
  }

  private static LocalDate day(String option, String text) throws Refused {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException notDay) {
      throw Refused.usage(option + ": \"" + text + "\" is not a day such as 2026-11-30");
    }
  }

  private static String known(String option, String text, Set<String> names) throws Refused {
    if (!names.contains(text)) {
      throw Refused.usage(
          option
              + ": the plan has no \""
              + text
              + "\"; it has "
              + (names.isEmpty() ? "none" : String.join(", ", new TreeSet<>(names))));
    }
    return text;
  }
}
