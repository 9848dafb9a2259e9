// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Everything one codec made of the bytes it was given. */
final class Collected implements Heard {

  final List<Indication> indications = new ArrayList<>();
  final List<Long> times = new ArrayList<>();
  final List<byte[]> frames = new ArrayList<>();
  final List<String> noWeights = new ArrayList<>();
  int keysDone;
  int unconfirmed;
  int checkFailures;
  int unreadable;
  int skipped;

  static Collected of(IndicatorFormat format, byte[] bytes) {
    Collected collected = new Collected();
    IndicatorCodec codec = format.newCodec();
    for (int i = 0; i < bytes.length; i++) {
      codec.accept(bytes[i], i, collected);
    }
    return collected;
  }

  static Collected of(IndicatorFormat format, String text) {
    return of(format, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  List<Double> values() {
    return indications.stream().map(Indication::value).toList();
  }

  @Override
  public void keyDone(byte[] frame) {
    keysDone++;
  }

  @Override
  public void indication(Indication indication, byte[] frame, long lastByteNanos) {
    indications.add(indication);
    frames.add(frame);
    times.add(lastByteNanos);
  }

  @Override
  public void unconfirmed(byte[] frame) {
    unconfirmed++;
  }

  @Override
  public void noWeight(byte[] frame, String why) {
    noWeights.add(why);
    frames.add(frame);
  }

  @Override
  public void checkFailed(byte[] frame) {
    checkFailures++;
  }

  @Override
  public void unreadable(byte[] frame) {
    unreadable++;
  }

  @Override
  public void skipped(int bytes) {
    skipped += bytes;
  }
}
