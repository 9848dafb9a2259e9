// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import io.wayside.core.device.PlateReading;
import io.wayside.core.device.PlateSource;
import io.wayside.core.record.Blob;
import io.wayside.rig.contracts.scripted.ScriptedPlateSource;
import java.util.List;

class ScriptedPlateSourceTest extends PlateSourceContract {

  @Override
  protected SourceHarness<PlateSource, PlateReading> start() {
    ScriptedPlateSource camera = new ScriptedPlateSource("anpr-1");
    return ScriptedHarness.speaking(
        camera,
        PlateSource.class,
        number ->
            camera.reads(
                plate(number), List.of(new Blob("plate", "image/jpeg", new byte[] {1, 2}))),
        (reading, number) -> reading.text().equals(plate(number)));
  }

  private static String plate(int number) {
    return String.format("51F-%03d.45", number);
  }
}
