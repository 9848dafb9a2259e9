// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.cli;

import io.wayside.driver.llrp.codec.Decoder;
import io.wayside.driver.llrp.codec.Frame;
import io.wayside.driver.llrp.codec.Framer;
import io.wayside.driver.llrp.codec.Garbled;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Optional;

/** Frames to lines, up to the first that is wrong. */
final class Decoding {

  private static final int CHUNK = 8192;
  private static final int MOST_PARAMETERS = 1 << 20;

  private final Framer framer = new Framer(Framer.USUAL_LONGEST);
  private final Decoder decoder = new Decoder(MOST_PARAMETERS);
  private final PrintStream out;
  private long frames;

  Decoding(PrintStream out) {
    this.out = out;
  }

  void run(InputStream in) throws IOException, Garbled {
    byte[] chunk = new byte[CHUNK];
    try {
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        framer.feed(chunk, count);
        drain();
      }
    } catch (NotHexadecimal wrong) {
      throw new Garbled(frames + 1, framer.pending(), wrong.reason());
    }
    framer.finish();
  }

  private void drain() throws Garbled {
    for (Optional<Frame> next = framer.next(); next.isPresent(); next = framer.next()) {
      MessageToJson.print(decoder.decode(next.get()), out);
      frames++;
    }
  }
}
