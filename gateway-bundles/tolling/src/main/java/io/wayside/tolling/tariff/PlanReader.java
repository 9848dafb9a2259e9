// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import io.wayside.core.data.Evidence;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Wording;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a plan: its head, classes, rates and schedules; {@link ExtrasReader} the rest. */
final class PlanReader {

  static final int MOST_MINOR = 2_000_000_000;
  private static final int LONGEST_STAY_DAYS = 400;
  private static final int MOST_STEPS = 200;
  private static final int MINUTES_OF_A_DAY = 1_440;
  private static final long MS_OF_A_MINUTE = 60_000;

  private final Node document;
  private final Map<String, ParkingClass> classes = new LinkedHashMap<>();
  private final Map<String, Rate> rates = new LinkedHashMap<>();

  PlanReader(Node document) {
    this.document = document;
  }

  Plan plan() throws GarbledData {
    document.only(
        "$schema",
        "plan",
        "version",
        "title",
        "notes",
        "zone",
        "currency",
        "minorDigits",
        "calendar",
        "validFrom",
        "weekend",
        "graceInMin",
        "graceOutMin",
        "clockDoubtMin",
        "longestStayDays",
        "rounding",
        "classes",
        "rates",
        "schedules",
        "caps",
        "passes",
        "discounts",
        "discountsAtMost");
    readClasses();
    readRates();
    List<Schedule> schedules = schedules();
    requireOneScheduleEach(schedules);
    ExtrasReader extras = new ExtrasReader(document, classes.keySet(), rates.keySet());
    return new Plan(
        document.member("plan").text(),
        document.member("version").whole(1, Integer.MAX_VALUE),
        Wording.from(document.member("title")),
        Texts.zone(document.member("zone")),
        currency(),
        document.member("minorDigits").whole(0, 4),
        document.member("calendar").text(),
        Texts.date(document.member("validFrom")),
        Texts.words(document.member("weekend"), DayOfWeek.class),
        new Plan.Limits(
            minutes("graceInMin", MINUTES_OF_A_DAY),
            minutes("graceOutMin", MINUTES_OF_A_DAY),
            minutes("clockDoubtMin", Tariff.MOST_DOUBT_MIN),
            document.member("longestStayDays").whole(1, LONGEST_STAY_DAYS) * 86_400_000L),
        rounding(),
        classes,
        schedules,
        extras.caps(),
        extras.passes(),
        extras.discounts(),
        document.member("discountsAtMost").whole(0, 10));
  }

  private String currency() throws GarbledData {
    Node node = document.member("currency");
    if (!node.text().matches("[A-Z]{3}")) {
      throw node.wrong("must be three capital letters of ISO 4217, such as VND");
    }
    return node.text();
  }

  private long minutes(String name, int most) throws GarbledData {
    return document.member(name).whole(0, most) * MS_OF_A_MINUTE;
  }

  private Rounding rounding() throws GarbledData {
    Node node = document.member("rounding").only("to", "how");
    return new Rounding(
        node.member("to").whole(1, MOST_MINOR), node.member("how").word(Rounding.How.class));
  }

  private void readClasses() throws GarbledData {
    for (Node node : document.member("classes").elements()) {
      node.only("id", "name", "lostTicket", "unknownEntry", "source", "certainty", "notes");
      Evidence.from(node);
      String id = node.member("id").text();
      ParkingClass read =
          new ParkingClass(
              id,
              Wording.from(node.member("name")),
              node.member("lostTicket").whole(0, MOST_MINOR),
              node.member("unknownEntry").whole(0, MOST_MINOR));
      if (classes.put(id, read) != null) {
        throw node.member("id").wrong("is given twice: \"" + id + "\"");
      }
    }
    if (classes.isEmpty()) {
      throw document.member("classes").wrong("must have at least one class");
    }
  }

  private void readRates() throws GarbledData {
    for (Node node : document.member("rates").elements()) {
      node.only("id", "name", "counts", "steps", "source", "certainty", "notes");
      String id = node.member("id").text();
      Rate.Counts counts = node.member("counts").word(Rate.Counts.class);
      Rate read =
          new Rate(
              id,
              Wording.from(node.member("name")),
              counts,
              steps(node.member("steps"), counts),
              Evidence.from(node));
      if (rates.put(id, read) != null) {
        throw node.member("id").wrong("is given twice: \"" + id + "\"");
      }
    }
  }

  private static List<Step> steps(Node list, Rate.Counts counts) throws GarbledData {
    List<Step> steps = new ArrayList<>();
    List<Node> elements = list.elements();
    for (int at = 0; at < elements.size(); at++) {
      Node node = elements.get(at).only("minutes", "amount", "times");
      boolean last = at == elements.size() - 1;
      long minor = node.member("amount").whole(0, MOST_MINOR);
      if (node.optional("minutes").isEmpty()) {
        if (!last || counts != Rate.Counts.PERIOD) {
          throw node.wrong(
              "needs \"minutes\"; only the last step of a rate that counts each period may hold"
                  + " for all the rest of it");
        }
        steps.add(new Step(Step.WHOLE_PERIOD, minor));
      } else {
        Step step = new Step(node.member("minutes").whole(1, 525_600) * MS_OF_A_MINUTE, minor);
        int times = node.optional("times").isEmpty() ? 1 : node.member("times").whole(1, 100);
        for (int i = 0; i < times; i++) {
          steps.add(step);
        }
      }
    }
    if (steps.isEmpty() || steps.size() > MOST_STEPS) {
      throw list.wrong("must have from 1 to " + MOST_STEPS + " steps, not " + steps.size());
    }
    return steps;
  }

  private List<Schedule> schedules() throws GarbledData {
    List<Schedule> all = new ArrayList<>();
    for (Node node : document.member("schedules").elements()) {
      node.only("classes", "days", "starts", "source", "certainty", "notes");
      Evidence.from(node);
      all.add(
          new Schedule(
              Texts.names(node.member("classes"), "class", classes.keySet()),
              Texts.words(node.member("days"), DayKind.class),
              starts(node.member("starts"))));
    }
    return all;
  }

  private List<Schedule.Start> starts(Node list) throws GarbledData {
    List<Schedule.Start> starts = new ArrayList<>();
    LocalTime before = LocalTime.MIN;
    for (Node node : list.elements()) {
      node.only("from", "rate");
      LocalTime from = Texts.time(node.member("from"));
      if (!starts.isEmpty() && !from.isAfter(before)) {
        throw node.member("from").wrong("must be after " + before + ", where the last one begins");
      }
      before = from;
      starts.add(new Schedule.Start(from, rate(node.member("rate"))));
    }
    if (starts.isEmpty()) {
      throw list.wrong("must say at least one beginning");
    }
    return starts;
  }

  private Rate rate(Node node) throws GarbledData {
    return Optional.ofNullable(rates.get(node.text()))
        .orElseThrow(() -> Texts.unknown(node, "rate", rates.keySet()));
  }

  private void requireOneScheduleEach(List<Schedule> schedules) throws GarbledData {
    for (String vehicleClass : classes.keySet()) {
      for (DayKind day : DayKind.values()) {
        long count = schedules.stream().filter(s -> s.isFor(vehicleClass, day)).count();
        if (count != 1) {
          throw document
              .member("schedules")
              .wrong(
                  "must have exactly one for class \""
                      + vehicleClass
                      + "\" on "
                      + day.name().toLowerCase(Locale.ROOT)
                      + " days, not "
                      + count);
        }
      }
    }
  }
}
