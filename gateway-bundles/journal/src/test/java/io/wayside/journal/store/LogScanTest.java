// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs made by hand after the description of the form: what hides commits and what does not. */
class LogScanTest {

  private static final int PAGE = 512;
  private static final int FRAME = 24 + PAGE;
  private static final int HEADER = 32;
  private static final long SALTS = 0x0102030405060708L;

  @TempDir Path folder;

  /** A log in big endian; frames that end a commit are marked with the size it leaves. */
  private static final class Log {
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 20);
    private final Random random = new Random(1);
    private int sum1;
    private int sum2;

    Log() {
      bytes.putInt(0x377f0683).putInt(3007000).putInt(PAGE).putInt(1).putLong(SALTS);
      add(0, 24);
      bytes.putInt(sum1).putInt(sum2);
    }

    Log commit(int frames) {
      for (int i = 1; i <= frames; i++) {
        frame(i == frames ? 9 : 0);
      }
      return this;
    }

    Log frame(int size) {
      int at = bytes.position();
      bytes.putInt(1 + random.nextInt(9)).putInt(size).putLong(SALTS).putLong(0);
      byte[] page = new byte[PAGE];
      random.nextBytes(page);
      bytes.put(page);
      add(at, 8);
      add(at + 24, PAGE);
      bytes.putInt(at + 16, sum1).putInt(at + 20, sum2);
      return this;
    }

    private void add(int at, int length) {
      for (int i = at; i < at + length; i += 8) {
        sum1 += bytes.getInt(i) + sum2;
        sum2 += bytes.getInt(i + 4) + sum1;
      }
    }

    byte[] bytes() {
      return Arrays.copyOf(bytes.array(), bytes.position());
    }
  }

  private boolean hides(byte[] log) throws IOException {
    Path file = folder.resolve("log");
    Files.write(file, log);
    return LogScan.hidesCommits(file);
  }

  private static byte[] bend(byte[] log, int frame, int offset) {
    byte[] bent = log.clone();
    bent[HEADER + frame * FRAME + offset] ^= 0x40;
    return bent;
  }

  @Test
  void aLogInOrderHidesNothing() throws Exception {
    assertThat(hides(new Log().bytes())).isFalse();
    assertThat(hides(new Log().commit(3).commit(1).commit(5).bytes())).isFalse();
    assertThat(LogScan.hidesCommits(folder.resolve("none"))).isFalse();
    assertThat(hides(new byte[0])).isFalse();
  }

  @Test
  void aLastCommitThatNeverFinishedHidesNothing() throws Exception {
    byte[] log = new Log().commit(3).commit(4).bytes();
    for (int frame = 3; frame < 7; frame++) {
      assertThat(hides(bend(log, frame, 100))).as("frame " + frame).isFalse();
      byte[] cut = Arrays.copyOf(log, HEADER + frame * FRAME + 77);
      assertThat(hides(cut)).as("cut in frame " + frame).isFalse();
    }
  }

  @Test
  void damageBeforeAConfirmedCommitIsSeenWhereverItIs() throws Exception {
    byte[] log = new Log().commit(3).commit(2).commit(4).frame(0).bytes();
    for (int frame = 0; frame < 5; frame++) {
      for (int offset : new int[] {17, 21, 24, 300, FRAME - 1}) {
        assertThat(hides(bend(log, frame, offset))).as(frame + "+" + offset).isTrue();
      }
    }
  }

  @Test
  void aHeaderOfWhichHalfIsOldIsNotTakenForACommit() throws Exception {
    // The header of frame 41 lies across two sectors. Its first half says commit, as rubbish may.
    int frame = 41;
    assertThat((HEADER + frame * FRAME) % 512).isEqualTo(504);
    Log made = new Log();
    for (int i = 0; i < 32; i++) {
      made.commit(1);
    }
    byte[] log = made.commit(15).bytes(); // the last commit, which never finished
    byte[] torn = bend(log, 34, 200);
    assertThat(hides(torn)).isFalse();
    ByteBuffer.wrap(torn).putInt(HEADER + frame * FRAME + 4, 9);
    assertThat(hides(torn)).as("the old half of a header").isFalse();
    byte[] real = bend(made.commit(2).commit(1).bytes(), 34, 200);
    assertThat(hides(real)).as("confirmed commits behind").isTrue();
  }

  @Test
  void aDamagedBeginningOfALogThatIsThereIsSeen() throws Exception {
    byte[] log = new Log().commit(3).bytes();
    for (int at = 0; at < HEADER; at++) {
      byte[] bent = log.clone();
      bent[at] ^= 0x10;
      if (at < 4 || at >= 8) { // the version of the form is not asked for, but summed up
        assertThat(hides(bent)).as("byte " + at).isTrue();
      }
    }
  }

  @Test
  void anyBytesAreReadToTheirEnd() throws Exception {
    Random random = new Random(2);
    byte[] log = new Log().commit(3).commit(2).bytes();
    for (int i = 0; i < 300; i++) {
      byte[] noise = random.nextBoolean() ? new byte[random.nextInt(3000)] : log.clone();
      if (random.nextBoolean() || noise.length != log.length) {
        random.nextBytes(noise);
      } else {
        noise = Arrays.copyOf(noise, random.nextInt(noise.length));
      }
      assertThat(hides(noise)).isIn(true, false);
    }
  }
}
