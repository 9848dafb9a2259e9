// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.demo;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.rig.central.store.StoredRecord;
import io.wayside.rig.simulators.weighlane.LaneEvent;
import io.wayside.rig.simulators.weighlane.Vehicle;
import java.io.PrintStream;
import java.util.Locale;

/** What the demo prints while it runs: the truth beside what reached the centre. */
final class Screen {

  private final PrintStream out;

  Screen(PrintStream out) {
    this.out = out;
  }

  synchronized void say(String line) {
    out.println(line);
    out.flush();
  }

  /** What truly happened on the simulated platform. */
  void happened(LaneEvent event) {
    if (event instanceof LaneEvent.VehicleStarted started) {
      Vehicle vehicle = started.vehicle();
      say(
          String.format(
              Locale.ROOT,
              "lane    vehicle %d drives on: %d axles, truly %,d kg",
              vehicle.number(),
              vehicle.axleKg().size(),
              vehicle.grossKg()));
    }
  }

  /** What the centre has stored, with the count of its stream. */
  void stored(StoredRecord record, long streamCount) {
    if (!record.kind().startsWith("weighing/")) {
      return;
    }
    try {
      say(
          String.format(
              Locale.ROOT,
              "centre  %s %s   (%d of %d in the stream)",
              record.id(),
              weighing(Json.read(record.payload()).root()),
              streamCount,
              record.id().sequence()));
    } catch (GarbledData unreadable) {
      say("centre  " + record.id() + " is no JSON: " + unreadable.getMessage());
    }
  }

  private static String weighing(Value envelope) {
    Value body = ((Value.Fields) envelope).get("body");
    Value.Fields fields = (Value.Fields) body;
    StringBuilder text = new StringBuilder("weighed");
    if (fields.get("axles") instanceof Value.Many axles) {
      String separator = " ";
      for (Value axle : axles.values()) {
        text.append(separator).append(mass(((Value.Fields) axle).get("mass")));
        separator = " + ";
      }
    }
    text.append(" = ").append(mass(fields.get("gross"))).append(" kg");
    if (fields.get("gross") instanceof Value.Fields gross
        && gross.get("uncertainty") instanceof Value.Real uncertainty) {
      text.append(String.format(Locale.ROOT, " ± %.0f kg", uncertainty.value()));
    }
    return text.toString();
  }

  private static String mass(Value measurement) {
    return measurement instanceof Value.Fields fields
            && fields.get("value") instanceof Value.Real real
        ? String.format(Locale.ROOT, "%,.0f", real.value())
        : "?";
  }
}
