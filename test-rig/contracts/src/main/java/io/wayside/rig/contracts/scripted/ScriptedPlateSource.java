// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts.scripted;

import io.wayside.core.device.PlateReading;
import io.wayside.core.device.PlateSource;
import io.wayside.core.record.Blob;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A camera that reads the plates the script names. */
public final class ScriptedPlateSource extends ScriptedSource<PlateReading> implements PlateSource {

  public ScriptedPlateSource(String deviceId) {
    super(deviceId);
  }

  /** Reads a plate and is sure of it. */
  public void reads(String text) {
    reads(text, List.of());
  }

  public void reads(String text, List<Blob> pictures) {
    say(
        at ->
            new PlateReading(
                at,
                text,
                OptionalDouble.of(0.97),
                List.of(),
                Optional.of("1"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                pictures));
  }
}
