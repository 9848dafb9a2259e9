// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.context;

import io.wayside.core.data.GarbledData;
import java.util.Optional;

/** From raw counts to the unit: (raw + offset) × scale. */
public record Scaling(double offset, double scale) {

  public static final Scaling NONE = new Scaling(0, 1);

  /** Finds an attribute of a channel, under whichever name. */
  public interface Lookup<X extends Exception> {
    Optional<String> find(String channelId, String attribute) throws X;
  }

  /** What the site says, and else what the device says. */
  public static <X extends Exception> Scaling of(Wanted wanted, Lookup<X> device)
      throws X, GarbledData {
    double offset =
        wanted.offset().isPresent()
            ? wanted.offset().getAsDouble()
            : number(wanted, "offset", device.find(wanted.id(), "offset"), 0);
    double scale =
        wanted.scale().isPresent()
            ? wanted.scale().getAsDouble()
            : number(wanted, "scale", device.find(wanted.id(), "scale"), 1);
    return new Scaling(offset, scale);
  }

  private static double number(
      Wanted wanted, String attribute, Optional<String> text, double otherwise) throws GarbledData {
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      double number = Double.parseDouble(text.get().strip());
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      throw garbled(wanted, attribute, text.get());
    }
    throw garbled(wanted, attribute, text.get());
  }

  private static GarbledData garbled(Wanted wanted, String attribute, String text) {
    String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text.strip();
    return new GarbledData(attribute + " of " + wanted.id() + " is \"" + shown + "\"");
  }

  /** In place: nobody else has seen the values yet. */
  public double[] apply(double[] raw) {
    for (int i = 0; i < raw.length; i++) {
      raw[i] = (raw[i] + offset) * scale;
    }
    return raw;
  }
}
