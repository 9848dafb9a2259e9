// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.aid;

import io.wayside.core.water.AidReport;
import io.wayside.core.water.AidSign;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which sources tell what of an aid. What no source tells is unknown.
 *
 * @param reports who speaks for it
 * @param lightInput a contact or a channel of samples that sees its lamp
 * @param photocell a contact that is active while it is dark outside
 * @param gauge whose level gives the depth at its mooring
 * @param lantern a lantern that takes orders
 * @param inputs what its digital inputs mean, by number
 */
public record Sources(
    List<Told> reports,
    Optional<String> lightInput,
    Optional<String> photocell,
    Optional<Told> gauge,
    Optional<String> lantern,
    Map<Integer, AidSign> inputs) {

  public Sources {
    reports = List.copyOf(reports);
    inputs = Map.copyOf(inputs);
  }

  /** Reports of one name alone. */
  public static Sources of(Told... reports) {
    return new Sources(
        List.of(reports),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  /** What a report says is so, digital inputs among it. */
  public Set<AidSign> signs(AidReport report) {
    Set<AidSign> signs = new HashSet<>(report.signs());
    inputs.forEach(
        (number, sign) -> {
          if (report.inputs().isPresent() && ((report.inputs().getAsInt() >> number) & 1) == 1) {
            signs.add(sign);
          }
        });
    return signs;
  }

  /** What a report would have said. */
  public Set<AidSign> tells(AidReport report) {
    Set<AidSign> tells = new HashSet<>(report.tells());
    if (report.inputs().isPresent()) {
      tells.addAll(inputs.values());
    }
    return tells;
  }
}
