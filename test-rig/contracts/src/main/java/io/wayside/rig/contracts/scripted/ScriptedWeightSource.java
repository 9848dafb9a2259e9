// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts.scripted;

import io.wayside.core.device.WeightReading;
import io.wayside.core.device.WeightReading.Basis;
import io.wayside.core.device.WeightReading.Motion;
import io.wayside.core.device.WeightSource;
import io.wayside.core.quality.Flags;
import io.wayside.core.unit.Mass;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** An indicator that shows what the script says, in whole kilograms. */
public final class ScriptedWeightSource extends ScriptedSource<WeightReading>
    implements WeightSource {

  private static final Mass RESOLUTION = new Mass(1);

  public ScriptedWeightSource(String deviceId) {
    super(deviceId);
  }

  /** Indicates a gross mass. */
  public void indicates(long kilograms, Motion motion) {
    indicates(kilograms, motion, Basis.GROSS, Flags.NONE);
  }

  /** Indicates a mass with all that goes with it. */
  public void indicates(long kilograms, Motion motion, Basis basis, Flags flags) {
    byte[] frame = (kilograms + " kg").getBytes(StandardCharsets.US_ASCII);
    say(
        at ->
            new WeightReading(
                at,
                new Mass(kilograms),
                RESOLUTION,
                motion,
                basis,
                flags,
                HexFormat.of().formatHex(frame)));
  }
}
