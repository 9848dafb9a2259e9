// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.lantern;

import java.util.Locale;
import java.util.Set;

/**
 * A lantern with a telephone: answers {@code get mode}, {@code get fc} and {@code get intensity} to
 * those who may ask, raises alarms as single words.
 */
public final class TextingLantern implements SmsNetwork.Phone {

  private final SmsNetwork network;
  private final String number;
  private final Set<String> mayAsk;
  private String mode = "Dusk till dawn";
  private int flashCode = 37;
  private int intensityPercent = 75;
  private int asked;

  public TextingLantern(SmsNetwork network, String number, Set<String> mayAsk) {
    this.network = network;
    this.number = number;
    this.mayAsk = Set.copyOf(mayAsk);
    network.join(number, this);
  }

  public synchronized void mode(String words) {
    mode = words;
  }

  public synchronized void flashCode(int code) {
    flashCode = code;
  }

  public synchronized void intensity(int percent) {
    intensityPercent = percent;
  }

  /** How often it was asked anything. */
  public synchronized int asked() {
    return asked;
  }

  /** Tells somebody of an alarm. */
  public void raise(String word, String to) {
    network.send(number, to, word);
  }

  @Override
  public synchronized void receive(String sender, String text) {
    asked++;
    if (!mayAsk.contains(sender)) {
      return;
    }
    String answer =
        switch (text.strip().toLowerCase(Locale.ROOT)) {
          case "get mode" -> "Mode: " + mode;
          case "get fc" -> "Flash Code: " + flashCode;
          case "get intensity" -> "Intensity: " + intensityPercent + "%";
          default -> "?";
        };
    network.send(number, sender, "Lantern Config\r\n" + answer);
  }
}
