// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.count;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.counting.cli.Verb.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the verb cannot write is told with the file, the reason and the remedy. */
class UnwritableResultsTest {

  private static final String LINE =
      "{\"lines\":[{\"id\":\"A\",\"from\":[0,60],\"to\":[160,60]}],\"rateHz\":10}";

  @TempDir Path folder;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private PrintStream out =
      new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
  private String clip = "";
  private String lines = "";

  @BeforeEach
  void draw() throws IOException {
    clip = DrawnClip.in(folder.resolve("pictures"));
    lines = Files.writeString(folder.resolve("lines.json"), LINE).toString();
  }

  private String refused(String... where) {
    err.reset();
    String[] arguments = new String[4 + where.length];
    System.arraycopy(new String[] {"--in", clip, "--lines", lines}, 0, arguments, 0, 4);
    System.arraycopy(where, 0, arguments, 4, where.length);
    int status =
        CountVerb.run(
            new Streams(
                new ByteArrayInputStream(new byte[0]),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8)),
            arguments);
    assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isEqualTo(2);
    return err.toString(StandardCharsets.UTF_8);
  }

  private String in(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void crossings() throws IOException {
    assertThat(refused("--out", in("not/there.jsonl")))
        .contains("--out " + in("not/there.jsonl"), "there is no folder " + in("not"), "make it");
    Files.createDirectory(folder.resolve("results"));
    assertThat(refused("--out", in("results"))).contains("it is a folder", "name a file in it");
    Files.createDirectory(folder.resolve("e.jsonl.watched"));
    assertThat(refused("--out", in("e.jsonl"))).contains("e.jsonl.watched", "it is a folder");
  }

  /** The kernel's own file that is always full. */
  @Test
  void crossingsOnAFullDiskEndTheRunAtOnce() {
    assertThat(refused("--out", "/dev/full"))
        .contains("--out /dev/full: cannot be written", "space")
        .doesNotContain("50 pictures");
  }

  @Test
  void crossingsThatNobodyTakes() {
    out =
        new PrintStream(
            new OutputStream() {
              @Override
              public void write(int one) throws IOException {
                throw new IOException("broken pipe");
              }
            },
            false,
            StandardCharsets.UTF_8);
    assertThat(refused("--out", "-")).contains("--out -: cannot be written");
  }

  @Test
  void aReport() throws IOException {
    Path file = Files.writeString(folder.resolve("report"), "mine");
    assertThat(refused("--out", "-", "--report", file.toString()))
        .contains("--report " + file, "it is a file", "name a folder");
    assertThat(refused("--out", "-", "--report", in("report/deeper")))
        .contains(file + " is a file and no folder");
    assertThat(file).content().isEqualTo("mine");
  }

  /** An empty folder is what a picture is soonest written in place of. */
  @Test
  void aPictureInPlaceOfAFolder() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("drawn.png"));
    assertThat(refused("--picture", empty.toString())).contains("it is a folder");
    assertThat(empty).isEmptyDirectory();
    assertThat(refused("--picture", in("not/drawn.png"))).contains("there is no folder");
  }
}
