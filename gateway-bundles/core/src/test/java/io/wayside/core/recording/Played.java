// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.recording;

import io.wayside.core.device.SampleBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Keeps what a decoder said, and says that it came in a sound order. */
final class Played implements RecordingSink {

  final List<RecordingHead> heads = new ArrayList<>();
  final List<SampleBlock> blocks = new ArrayList<>();
  final List<Damage> damages = new ArrayList<>();

  static Played binary(byte[] file) {
    return binary(file, new Random(0), 1 << 20);
  }

  /** Decodes a file handed over in random pieces. */
  static Played binary(byte[] file, Random random, int mostPiece) {
    Played played = new Played();
    RecordingDecoder decoder = new RecordingDecoder();
    for (int at = 0; at < file.length; ) {
      int end = Math.min(file.length, at + 1 + random.nextInt(mostPiece));
      decoder.accept(file, at, end, played);
      at = end;
    }
    decoder.finish(played);
    return played;
  }

  static Played csv(String file) {
    return csv(file, CsvOrigin.named("import"));
  }

  static Played csv(String file, CsvOrigin origin) {
    return csv(file.getBytes(java.nio.charset.StandardCharsets.UTF_8), origin, 1 << 20);
  }

  static Played csv(byte[] file, CsvOrigin origin, int piece) {
    Played played = new Played();
    CsvDecoder decoder = new CsvDecoder(origin);
    for (int at = 0; at < file.length; at += piece) {
      decoder.accept(file, at, Math.min(file.length, at + piece), played);
    }
    decoder.finish(played);
    return played;
  }

  @Override
  public void head(RecordingHead head) {
    heads.add(head);
  }

  @Override
  public void block(SampleBlock block) {
    if (heads.isEmpty()) {
      throw new AssertionError("a block came before any head");
    }
    RecordingHead head = heads.get(heads.size() - 1);
    if (block.samples().length != head.channels().size() || block.length() == 0) {
      throw new AssertionError("a block does not fit its head");
    }
    blocks.add(block);
  }

  @Override
  public void damaged(Damage damage) {
    damages.add(damage);
  }

  long damagedBytes() {
    return damages.stream().mapToLong(Damage::bytes).sum();
  }

  List<Long> sequences() {
    return blocks.stream().map(SampleBlock::sequence).toList();
  }
}
