// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.calibration;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import io.wayside.core.data.Value.Fields;
import io.wayside.core.data.Value.Many;
import io.wayside.core.data.Value.Real;
import io.wayside.weighing.instrument.Calibration;
import io.wayside.weighing.instrument.InstrumentHead;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An instrument's document with the constants that a calibration proposes. It is no longer
 * verified: whoever puts it in force breaks the seal, and says so by having the instrument verified
 * anew.
 *
 * @param document the proposed document
 * @param changes what was changed, in words
 */
public record Proposal(Fields document, List<String> changes) {

  /** Fits of all sensors together. */
  private static final String ALL = "*";

  private static final double KMH = 3.6;

  public Proposal {
    changes = List.copyOf(changes);
  }

  /**
   * Changes the constants of the sensors that were fitted.
   *
   * @throws GarbledData when the document is no instrument's, or lacks a sensor that was fitted
   */
  public static Proposal of(Node document, List<SensorFit> fits, Calibration calibration)
      throws GarbledData {
    InstrumentHead head = InstrumentHead.from(document);
    Writing writing = new Writing(fits);
    Map<String, Value> members = new LinkedHashMap<>(((Fields) document.value()).values());
    switch (head.kind()) {
      case STRIPS -> members.computeIfPresent("lines", (name, lines) -> writing.lines(lines));
      case PLATFORM -> members.computeIfPresent("cells", (name, cells) -> writing.cells(cells));
      case BRIDGE -> members.computeIfPresent("strain", (name, strain) -> writing.strain(strain));
    }
    for (SensorFit fit : fits) {
      if (!writing.found.contains(fit.sensor())) {
        throw document.wrong(
            "has no channel \"" + fit.sensor() + "\" with a constant to calibrate");
      }
    }
    members.put(
        "calibration",
        Fields.with("id", calibration.id())
            .and("on", calibration.on().toString())
            .and("by", calibration.by())
            .build());
    if (members.remove("verified") != null) {
      writing.changes.add("verified: taken out; the instrument must be verified anew");
    }
    return new Proposal(new Fields(members), writing.changes);
  }

  /** Goes through the sensors of a document. */
  private static final class Writing {

    private final List<SensorFit> fits;
    private final List<String> changes = new ArrayList<>();
    private final Set<String> found = new HashSet<>();

    Writing(List<SensorFit> fits) {
      this.fits = fits;
    }

    Value lines(Value lines) {
      return each(
          lines,
          line -> {
            Map<String, Value> members = new LinkedHashMap<>(line.values());
            members.computeIfPresent("halves", (name, halves) -> each(halves, half -> strip(half)));
            return new Fields(members);
          });
    }

    private Fields strip(Fields half) {
      return fitOf(half)
          .map(
              fit -> {
                Map<String, Value> members = new LinkedHashMap<>(half.values());
                multiply(members, "newtonsPerUnitMetre", fit);
                if (fit.speedMatters()) {
                  members.put("speedFactors", speedFactors(half.get("speedFactors"), fit));
                  changes.add(name(half) + ": speedFactors replaced by those of the bins");
                }
                return new Fields(members);
              })
          .orElse(half);
    }

    Value cells(Value cells) {
      return each(
          cells,
          cell ->
              fitOf(cell)
                  .map(
                      fit -> {
                        Map<String, Value> members = new LinkedHashMap<>(cell.values());
                        multiply(members, "newtonsPerUnit", fit);
                        return new Fields(members);
                      })
                  .orElse(cell));
    }

    /** A load is strain over influence: the influence is divided. */
    Value strain(Value strain) {
      return each(
          strain,
          gauge ->
              fitOf(gauge)
                  .map(
                      fit -> {
                        Map<String, Value> members = new LinkedHashMap<>(gauge.values());
                        members.computeIfPresent(
                            "influence", (name, line) -> divided(line, fit.factor()));
                        changes.add(name(gauge) + ": influence divided by " + fit.factor());
                        return new Fields(members);
                      })
                  .orElse(gauge));
    }

    private static Value divided(Value line, double factor) {
      List<Value> points = new ArrayList<>();
      for (Value point : elements(line)) {
        List<Value> pair = elements(point);
        points.add(new Many(List.of(pair.get(0), new Real(number(pair.get(1)) / factor))));
      }
      return new Many(points);
    }

    private void multiply(Map<String, Value> members, String constant, SensorFit fit) {
      Value old = members.get(constant);
      if (old != null) {
        double before = number(old);
        double after = before * fit.factor();
        members.put(constant, new Real(after));
        changes.add(
            name(new Fields(members)) + ": " + constant + " from " + before + " to " + after);
      }
    }

    /** Factors in force hold for the speeds in force; the new ones come on top of them. */
    private static Value speedFactors(Value old, SensorFit fit) {
      List<Value> table = new ArrayList<>();
      for (SpeedBin bin : fit.bins()) {
        double kmh = bin.meanSpeedMps() * KMH;
        table.add(
            new Many(List.of(new Real(kmh), new Real(bin.factor() * interpolated(old, kmh)))));
      }
      return new Many(table);
    }

    private static double interpolated(Value table, double kmh) {
      if (!(table instanceof Many many) || many.values().isEmpty()) {
        return 1;
      }
      @Nullable List<Value> below = null;
      for (Value row : many.values()) {
        List<Value> point = elements(row);
        double speed = number(point.get(0));
        if (speed >= kmh) {
          if (below == null) {
            return number(point.get(1));
          }
          double from = number(below.get(0));
          double share = (kmh - from) / (speed - from);
          return number(below.get(1)) * (1 - share) + number(point.get(1)) * share;
        }
        below = point;
      }
      return below == null ? 1 : number(below.get(1));
    }

    private Optional<SensorFit> fitOf(Fields sensor) {
      Optional<SensorFit> fit =
          fits.stream()
              .filter(f -> f.sensor().equals(ALL) || f.sensor().equals(name(sensor)))
              .findFirst();
      fit.ifPresent(f -> found.add(f.sensor()));
      return fit;
    }

    private static String name(Fields sensor) {
      return sensor.get("channel") instanceof Value.Text text ? text.value() : "";
    }

    private interface Change {
      Fields of(Fields element);
    }

    private static Value each(Value list, Change change) {
      List<Value> changed = new ArrayList<>();
      for (Value element : elements(list)) {
        changed.add(element instanceof Fields fields ? change.of(fields) : element);
      }
      return new Many(changed);
    }

    private static List<Value> elements(Value list) {
      return list instanceof Many many ? many.values() : List.of();
    }

    private static double number(Value value) {
      return value instanceof Value.Whole whole
          ? whole.value()
          : value instanceof Real real ? real.value() : Double.NaN;
    }
  }
}
