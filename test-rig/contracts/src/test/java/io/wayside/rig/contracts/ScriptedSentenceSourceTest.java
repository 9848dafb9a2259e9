// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import io.wayside.core.device.Sentence;
import io.wayside.core.device.SentenceSource;
import io.wayside.rig.contracts.scripted.ScriptedSentenceSource;

class ScriptedSentenceSourceTest extends SentenceSourceContract {

  @Override
  protected SourceHarness<SentenceSource, Sentence> start() {
    ScriptedSentenceSource receiver = new ScriptedSentenceSource("ais-1");
    return ScriptedHarness.speaking(
        receiver,
        SentenceSource.class,
        number -> receiver.hears("$WIMWV," + number, "s:gw-1"),
        (sentence, number) -> sentence.text().equals("$WIMWV," + number));
  }
}
