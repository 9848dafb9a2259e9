// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import io.wayside.core.device.TagSighting;
import io.wayside.core.device.TagSource;
import io.wayside.rig.contracts.scripted.ScriptedTagSource;

class ScriptedTagSourceTest extends TagSourceContract {

  @Override
  protected SourceHarness<TagSource, TagSighting> start() {
    ScriptedTagSource reader = new ScriptedTagSource("reader-1");
    return ScriptedHarness.speaking(
        reader,
        TagSource.class,
        number -> reader.hears(epc(number), 1, -55.5),
        (sighting, number) -> sighting.epc().equals(epc(number)));
  }

  private static String epc(int number) {
    return String.format("e2%022x", number);
  }
}
