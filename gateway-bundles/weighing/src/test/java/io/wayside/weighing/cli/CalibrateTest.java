// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verb as people and scripts meet it. */
class CalibrateTest {

  private static final String INSTRUMENT =
      """
      {"instrument": "p1", "kind": "platform", "verified": {"speedKmh": [0, 10]},
       "cells": [{"channel": "c1", "newtonsPerUnit": 100}]}
      """;

  private static final String RUNS =
      """
      sensor,truck,speed,reference,measured
      c1,a,5,10000,9000
      c1,a,5,10000,9010
      c1,a,8,10000,8990
      c1,b,5,20000,18010
      c1,b,8,20000,17990
      """;

  @TempDir Path folder;
  private Path site;
  private Path out;

  @BeforeEach
  void writeInstrument() throws IOException {
    site = Files.writeString(folder.resolve("p1.json"), INSTRUMENT);
    out = folder.resolve("new.json");
  }

  private Ran calibrate(String in, String... more) {
    String[] words = {
      "--in", "-", "--site", site.toString(), "--out", out.toString(), "--by", "me"
    };
    String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return Ran.of(
        (shipped, streams, arguments) ->
            Calibrate.run(LocalDate.of(2026, 7, 31), streams, arguments),
        in,
        all);
  }

  @Test
  void aProposalIsWrittenAndTheInstrumentLeftAlone() throws Exception {
    Ran ran = calibrate(RUNS);
    assertThat(ran.status()).isZero();
    assertThat(ran.out()).contains("Calibration of p1", "Sensor c1: 5 runs used", "factor 1.11");
    String proposed = Files.readString(out);
    assertThat(proposed).contains("\"cal-2026-07-31\"").doesNotContain("verified");
    assertThat(Json.read(proposed).root()).isNotNull();
    assertThat(Files.readString(site)).isEqualTo(INSTRUMENT);
  }

  @Test
  void theProposalCanGoToTheStandardOutput() throws Exception {
    Ran ran =
        Ran.of(
            (shipped, streams, words) -> Calibrate.run(LocalDate.of(2026, 7, 31), streams, words),
            RUNS,
            "--in",
            "-",
            "--site",
            site.toString(),
            "--out",
            "-",
            "--by",
            "me");
    assertThat(Json.read(ran.out()).root()).isNotNull();
    assertThat(ran.err()).contains("Sensor c1");
  }

  @Test
  void wrongUsageIsRefusedInOneLineThatNamesIt() {
    assertThat(calibrate(RUNS, "--on", "today").refusedNaming("--on")).isTrue();
    assertThat(calibrate(RUNS.replace("c1", "c9")).refusedNaming("\"c9\"")).isTrue();
    assertThat(calibrate(RUNS.replace("9010", "0")).refusedNaming("line 3: measured")).isTrue();
    assertThat(calibrate("truck,speed\n").refusedNaming("\"reference\" is missing")).isTrue();
    assertThat(
            calibrate("truck,speed,reference,measured\na,5,1,1\n")
                .refusedNaming("at least 3 are needed"))
        .isTrue();
    assertThat(calibrate(RUNS, "--colour", "red").refusedNaming("--colour")).isTrue();
    assertThat(out).doesNotExist();
  }
}
