// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gatework;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a gate knows lives in its records: one that begins anew from them decides as one that was
 * there all the time and stood open for as long.
 */
class GateReplayTest {

  private static final int TOKENS = 6;

  @TempDir Path folder;

  private static String token(int number) {
    return "%010x".formatted(number);
  }

  /** Not of this station: after a restart such a tap may have been made while nobody was there. */
  private static String told(GateBench bench, Random random) {
    if (random.nextInt(3) > 0) {
      return "";
    }
    String way = random.nextBoolean() ? "in" : "out";
    long atS = bench.time.now().wall().getEpochSecond() - random.nextInt(100);
    return "," + way + ",st-" + (2 + random.nextInt(3)) + "," + atS;
  }

  private static void someTaps(GateBench bench, Random random) {
    for (int i = 0; i < 12; i++) {
      boolean in = random.nextBoolean();
      bench.tap((in ? "in," : "out,") + token(random.nextInt(TOKENS)) + told(bench, random));
      bench.pass(50);
      switch (random.nextInt(4)) {
        case 0 -> bench.pass(8_000); // turned round
        case 1 -> bench.stall(300_000);
        default -> {
          if (in) {
            bench.walksIn();
          } else {
            bench.walksOut();
          }
        }
      }
      bench.pass(7_000);
    }
  }

  private static List<List<Value>> decisions(GateBench bench, Random random) {
    int before = bench.bodies().size();
    for (int i = 0; i < TOKENS; i++) {
      bench.tap((random.nextBoolean() ? "in," : "out,") + token(i));
      bench.pass(8_000);
    }
    List<List<Value>> decided = new ArrayList<>();
    for (Value.Fields body : bench.bodies().subList(before, bench.bodies().size())) {
      if (GateBench.text(body, "event").equals("decided")) {
        decided.add(
            List.of(
                body.get("token"),
                body.get("verdict"),
                body.get("fareMinor"),
                body.get("from"),
                body.get("flags")));
      }
    }
    return decided;
  }

  @Test
  void aGateThatBeganAnewDecidesAsOneThatWasThereAllTheTime() throws Exception {
    for (long seed = 0; seed < 20; seed++) {
      GateBench stayed = new GateBench(Files.createDirectories(folder.resolve("a" + seed)));
      GateBench began = new GateBench(Files.createDirectories(folder.resolve("b" + seed)));
      someTaps(stayed, new Random(seed));
      someTaps(began, new Random(seed));
      stayed.fire.is(true);
      stayed.pass(990);
      stayed.fire.is(false);
      stayed.pass(1_000);
      began.restart();
      assertThat(decisions(began, new Random(-seed)))
          .as("seed %s", seed)
          .hasSize(TOKENS)
          .isEqualTo(decisions(stayed, new Random(-seed)));
    }
  }
}
