// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts.scripted;

import io.wayside.core.device.Sentence;
import io.wayside.core.device.SentenceSource;

/** A receiver that hears the sentences the script says. */
public final class ScriptedSentenceSource extends ScriptedSource<Sentence>
    implements SentenceSource {

  public ScriptedSentenceSource(String deviceId) {
    super(deviceId);
  }

  /** Hears a sentence without tag block; text without line end and check sum. */
  public void hears(String text) {
    hears(text, "");
  }

  public void hears(String text, String tagBlock) {
    say(at -> new Sentence(at, text, tagBlock));
  }
}
