// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gatework;

import io.wayside.core.data.GarbledData;
import io.wayside.tolling.gate.Journey;
import io.wayside.tolling.gate.Proof;
import io.wayside.tolling.gate.TapTime;
import io.wayside.tolling.gate.Way;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tap as the certified reader tells it: {@code TAP,in,TOKEN} or, with what the medium itself says
 * of its last tap, {@code TAP,out,TOKEN,in,STATION,SECONDS}. The line is ours; what is secret about
 * a card has been done when it is written.
 *
 * @param token keyed hash of the medium's id
 * @param carried the medium's last tap, when the reader could read it
 */
record TapSentence(Way way, String token, Optional<Journey> carried) {

  private static final Pattern FORM =
      Pattern.compile(
          "TAP,(in|out),([0-9a-f]{8,64})(?:,(in|out),([0-9A-Za-z._-]{1,32}),([0-9]{1,11}))?");

  static TapSentence parse(String text) throws GarbledData {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new GarbledData(
          "\""
              + shortened(text)
              + "\" is no tap; TAP,in,TOKEN is, TOKEN being 8 to 64 digits of"
              + " lower-case hexadecimal");
    }
    Optional<Journey> carried = Optional.empty();
    if (matcher.group(3) != null) {
      Way last = way(matcher.group(3));
      carried =
          Optional.of(
              new Journey(
                  last,
                  matcher.group(4),
                  TapTime.told(at(Long.parseLong(matcher.group(5)))),
                  Proof.TOLD));
    }
    return new TapSentence(way(matcher.group(1)), matcher.group(2), carried);
  }

  private static Instant at(long seconds) throws GarbledData {
    try {
      return Instant.ofEpochSecond(seconds);
    } catch (DateTimeException tooFar) {
      throw new GarbledData("a last tap " + seconds + " s after 1970 is none: " + tooFar);
    }
  }

  private static Way way(String word) {
    return Way.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}
