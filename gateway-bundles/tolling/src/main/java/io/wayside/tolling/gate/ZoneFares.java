// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gate;

import io.wayside.core.data.Evidence;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a journey costs by the zones it begins and ends in. Amounts in the currency's smallest unit.
 *
 * @param zoneOf zone by station
 * @param between price by the two zones; the same both ways
 * @param mostMinor taken when a tap is missing
 */
public record ZoneFares(
    String id,
    int version,
    String currency,
    int minorDigits,
    Map<String, String> zoneOf,
    Map<Set<String>, Long> between,
    long mostMinor) {

  private static final int MOST_MINOR = 2_000_000_000;

  public ZoneFares {
    zoneOf = Map.copyOf(zoneOf);
    between = Map.copyOf(between);
  }

  /** The price between two stations; empty when the document does not know one of them. */
  public Optional<Long> between(String from, String to) {
    String a = zoneOf.get(from);
    String b = zoneOf.get(to);
    return a == null || b == null ? Optional.empty() : Optional.ofNullable(between.get(pair(a, b)));
  }

  /** The least that a journey costs which ends there; the most for a station not known. */
  public long leastMinor(String station) {
    return zoneOf.keySet().stream()
        .flatMap(from -> between(from, station).stream())
        .min(Long::compare)
        .orElse(mostMinor);
  }

  private static Set<String> pair(String a, String b) {
    return a.equals(b) ? Set.of(a) : Set.of(a, b);
  }

  /** Reads a document of {@code config/tolling}. */
  public static ZoneFares from(Node document) throws GarbledData {
    document.only(
        "$schema",
        "fares",
        "version",
        "title",
        "notes",
        "currency",
        "minorDigits",
        "stations",
        "between",
        "most");
    Map<String, String> zoneOf = new HashMap<>();
    for (Map.Entry<String, Node> station : document.member("stations").members().entrySet()) {
      zoneOf.put(station.getKey(), station.getValue().text());
    }
    Set<String> zones = new TreeSet<>(zoneOf.values());
    Map<Set<String>, Long> between = new HashMap<>();
    long dearest = 0;
    for (Node row : document.member("between").elements()) {
      row.only("zones", "amount", "source", "certainty", "notes");
      Evidence.from(row);
      long minor = row.member("amount").whole(0, MOST_MINOR);
      if (between.putIfAbsent(zones(row.member("zones"), zones), minor) != null) {
        throw row.member("zones").wrong("are given twice");
      }
      dearest = Math.max(dearest, minor);
    }
    requireAll(document.member("between"), zones, between);
    Node most = document.member("most");
    if (most.whole(0, MOST_MINOR) < dearest) {
      throw most.wrong("must not be below the dearest journey, which is " + dearest);
    }
    return new ZoneFares(
        document.member("fares").text(),
        document.member("version").whole(1, Integer.MAX_VALUE),
        document.member("currency").text(),
        document.member("minorDigits").whole(0, 4),
        zoneOf,
        between,
        most.whole(0, MOST_MINOR));
  }

  private static Set<String> zones(Node list, Set<String> known) throws GarbledData {
    if (list.elements().size() != 2) {
      throw list.wrong("must be two zones, the same one twice for journeys within it");
    }
    for (Node zone : list.elements()) {
      if (!known.contains(zone.text())) {
        throw zone.wrong("no station is in zone \"" + zone.text() + "\"");
      }
    }
    return pair(list.elements().get(0).text(), list.elements().get(1).text());
  }

  private static void requireAll(Node list, Set<String> zones, Map<Set<String>, Long> between)
      throws GarbledData {
    for (String a : zones) {
      for (String b : zones) {
        if (!between.containsKey(pair(a, b))) {
          throw list.wrong("must say what a journey between zones " + a + " and " + b + " costs");
        }
      }
    }
  }
}
