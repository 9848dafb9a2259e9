// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.device.DeviceException.Refused;
import io.wayside.core.device.WeightReading;
import io.wayside.core.device.WeightReading.Basis;
import io.wayside.core.device.WeightReading.Motion;
import io.wayside.core.quality.Flag;
import io.wayside.driver.indicator.codec.Key;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What the gateway looks at before it presses a key of a scale. The scale judges again by its own
 * rules; this keeps a press that must fail, or must not be, from being sent (OIML R 76 on zero and
 * tare, from general knowledge).
 */
final class Keyboard {

  /** So far from zero a semi-automatic zero setting may reach. */
  private static final double ZERO_SHARE = 0.04;

  /** The way of a press to the device. */
  interface Wire {

    /** Why this key cannot be pressed over the line, with the remedy; empty when it can. */
    Optional<String> missing(Key key);

    /**
     * Presses a key and returns when it showed.
     *
     * @param kilograms of a preset tare, in whole intervals
     * @param now what the scale showed last
     */
    void press(Key key, String kilograms, WeightReading now) throws DeviceException;
  }

  private final Wire wire;
  private final BigDecimal intervalKg;
  private final double maxKg;

  Keyboard(Wire wire, double intervalKg, double maxKg) {
    this.wire = wire;
    this.intervalKg = BigDecimal.valueOf(intervalKg);
    this.maxKg = maxKg;
  }

  /** Presses zero, tare or clear. */
  void press(Key key, Optional<WeightReading> fresh) throws DeviceException {
    press(key, "", fresh);
  }

  void preset(double kg, Optional<WeightReading> fresh) throws DeviceException {
    BigDecimal whole =
        BigDecimal.valueOf(kg)
            .divide(intervalKg, 0, RoundingMode.HALF_EVEN)
            .multiply(intervalKg)
            .stripTrailingZeros();
    if (whole.signum() <= 0 || kg > maxKg) {
      throw new Refused(
          "a tare of %s kg is none: give at least %s kg and not more than %s kg"
              .formatted(kg, intervalKg.toPlainString(), maxKg));
    }
    press(Key.PRESET_TARE, whole.toPlainString(), fresh);
  }

  private void press(Key key, String kilograms, Optional<WeightReading> fresh)
      throws DeviceException {
    Optional<String> missing = wire.missing(key);
    if (missing.isPresent()) {
      throw new Refused(missing.get());
    }
    WeightReading now =
        fresh.orElseThrow(() -> new LinkDown("nothing is heard of it; see its health first"));
    if (key == Key.ZERO || key == Key.TARE) {
      requireRest(now);
    }
    double kg = now.mass().kilograms();
    if (key == Key.TARE && now.basis() != Basis.NET && kg <= 0) {
      throw new Refused("nothing is on the platform; a tare is above zero: load it first");
    }
    if (key == Key.ZERO && now.basis() != Basis.NET && Math.abs(kg) > ZERO_SHARE * maxKg) {
      throw new Refused(kg + " kg is too much to set to zero: take it off");
    }
    wire.press(key, kilograms, now);
  }

  private static void requireRest(WeightReading now) throws Refused {
    if (now.motion() == Motion.MOVING || now.flags().has(Flag.OUT_OF_RANGE)) {
      throw new Refused("the load is not at rest within the range: wait and repeat");
    }
  }
}
