// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.tolling.book.store.TrialIssuer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TollListTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final String CAR = "00a0" + "11".repeat(10);
  private static final String ISSUERS = "../../config/tolling/issuers-example.json";

  @TempDir Path disk;
  private final TrialIssuer alpha = new TrialIssuer("alpha");
  private String out = "";
  private String err = "";

  private String at(String name) {
    return disk.resolve(name).toString();
  }

  private int run(String... words) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    int status =
        TollList.run(
            Clock.fixed(NOW.plusSeconds(60), ZoneOffset.UTC),
            new PrintStream(said, true, StandardCharsets.UTF_8),
            new PrintStream(complained, true, StandardCharsets.UTF_8),
            words);
    out = said.toString(StandardCharsets.UTF_8);
    err = complained.toString(StandardCharsets.UTF_8);
    return status;
  }

  @BeforeEach
  void keys() throws Exception {
    Base64.Encoder base64 = Base64.getEncoder();
    Files.writeString(
        disk.resolve("key.pem"),
        "-----BEGIN PRIVATE KEY-----\n"
            + base64.encodeToString(alpha.pair().getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n");
    Files.writeString(
        disk.resolve("keys"),
        "alpha main " + base64.encodeToString(alpha.pair().getPublic().getEncoded()) + "\n");
  }

  private int build(String entries, String list, String version, String... more) throws Exception {
    Files.writeString(disk.resolve("entries"), entries);
    String[] words = {
      "build",
      "--issuer",
      "alpha",
      "--list",
      list,
      "--version",
      version,
      "--sign",
      "main=" + at("key.pem"),
      "--in",
      at("entries"),
      "--out",
      at("list"),
      "--as-of",
      NOW.toString()
    };
    String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return run(all);
  }

  private int apply(String... parts) {
    String[] words = {"apply", "--keys", at("keys"), "--store", at("store")};
    String[] all = java.util.Arrays.copyOf(words, words.length + parts.length);
    System.arraycopy(parts, 0, all, words.length, parts.length);
    return run(all);
  }

  @Test
  void aListIsMadeCheckedPutIntoForceAndShown() throws Exception {
    String entries = "# unsorted\n" + CAR + "   2   low\n00a0 1 ok\n00a000/17 - ok\n";
    assertThat(build(entries, "accounts", "1", "--parts", "2")).isZero();
    assertThat(out).contains("alpha accounts 1: 3 entries");
    assertThat(run("check", "--keys", at("keys"), at("list.2"), at("list.1"))).isZero();
    assertThat(out).contains("3 entries in 2 part(s)").contains("signed and whole");
    assertThat(apply(at("list.1"), at("list.2"))).isZero();
    assertThat(out).contains("alpha accounts 1 is in force with 3 tags");

    String delta = "-00a0\n" + CAR + " 2 ok\n";
    assertThat(build(delta, "accounts", "2", "--base", "1", "--tags", "2")).isZero();
    assertThat(apply(at("list"))).isZero();
    assertThat(out).contains("2 is in force with 2 tags, after version 1");
    assertThat(apply(at("list"))).isZero();
    assertThat(out).contains("nothing was done");

    assertThat(run("show", "--store", at("store"))).isZero();
    assertThat(out).contains("alpha accounts 2: 2 tags").contains("60 s old");
    assertThat(run("show", "--store", at("store"), "--issuers", ISSUERS, "--tag", CAR)).isZero();
    assertThat(out).contains("standing good").contains("group 2").contains("issuer alpha");
    assertThat(run("show", "--store", at("store"), "--issuers", ISSUERS, "--tag", "00a0")).isZero();
    assertThat(out).contains("standing unlisted");
  }

  @Test
  void everyKindOfListIsShownOfATag() throws Exception {
    build(CAR + " fire-brigade\n", "exempt", "1");
    assertThat(apply(at("list"))).isZero();
    build(CAR + " resident\n", "discounted", "1");
    assertThat(apply(at("list"))).isZero();
    build(CAR + " monthly@S1:2:2026-11-01:2026-11-30\n", "tickets", "1");
    assertThat(apply(at("list"))).isZero();
    build(CAR + " 2 ok 0a0b\n", "accounts", "1", "--plate-hash-bytes", "2");
    assertThat(apply(at("list"))).isZero();
    run("show", "--store", at("store"), "--issuers", ISSUERS, "--tag", CAR);
    assertThat(out)
        .contains("exempt fire-brigade")
        .contains("discount resident")
        .contains("ticket monthly at S1 for group 2 from 2026-11-01 to 2026-11-30")
        .contains("plate hash 0a0b");
  }

  @Test
  void aGapAsksForTheFullListAndAListOfTheFutureForPatience() throws Exception {
    build(CAR + "\n", "blocked", "5", "--base", "4", "--tags", "1");
    assertThat(apply(at("list"))).isEqualTo(TollList.NOT_TAKEN);
    assertThat(out).contains("builds upon version 4, here is none").contains("ask alpha");
    build(CAR + "\n", "blocked", "5", "--valid-from", "2026-12-01T00:00:00Z");
    assertThat(apply(at("list"))).isEqualTo(TollList.NOT_TAKEN);
    assertThat(out).contains("holds from 2026-12-01T00:00:00Z");
    assertThat(run("show", "--store", at("store"))).isZero();
    assertThat(out).isEmpty();
  }

  @Test
  void damageIsRefusedInOneLineThatNamesFileAndRemedy() throws Exception {
    build(CAR + "\n", "blocked", "1");
    byte[] bytes = Files.readAllBytes(disk.resolve("list"));
    bytes[bytes.length - 100] ^= 1;
    Files.write(disk.resolve("list"), bytes);
    for (String verb : new String[] {"check", "apply"}) {
      assertThat(run(verb, "--keys", at("keys"), "--store", at("store"), at("list")))
          .isEqualTo(TollList.WRONG);
      assertThat(err.strip().lines()).hasSize(1);
      assertThat(err).contains("wayside toll-list: ").contains("list");
    }
  }

  /** What nobody would take is not signed. */
  @Test
  void anEntryThatIsNoneOfItsListIsNotSigned() throws Exception {
    assertThat(build(CAR + " 2 rich\n", "accounts", "1")).isEqualTo(2);
    assertThat(err).contains("alpha accounts 1, entry 1");
    assertThat(build(CAR + " 2 ok\n", "tickets", "1")).isEqualTo(2);
    assertThat(build("-" + CAR + "\n", "blocked", "1")).isEqualTo(2);
    assertThat(err).contains("in a full list");
    assertThat(build(CAR + "\n" + CAR + "\n", "blocked", "1")).isEqualTo(2);
    assertThat(err).contains("each tag once");
    assertThat(build(CAR + "\n", "blocked", "1", "--base", "1", "--tags", "1")).isEqualTo(2);
    assertThat(err).contains("version 1 builds upon nothing");
    assertThat(disk.resolve("list")).doesNotExist();
  }

  @Test
  void aTagIsFoundHoweverItIsWritten() throws Exception {
    build(CAR + " 2 ok\n", "accounts", "1");
    apply(at("list"));
    String upper = CAR.toUpperCase(Locale.ROOT);
    assertThat(run("show", "--store", at("store"), "--issuers", ISSUERS, "--tag", upper)).isZero();
    assertThat(out).contains("standing good");
    assertThat(run("show", "--store", at("store"), "--issuers", ISSUERS, "--tag", "zz"))
        .isEqualTo(2);
    assertThat(err).contains("no number in hexadecimal");
  }

  @Test
  void wrongUsageIsNamed() throws Exception {
    assertThat(run()).isEqualTo(2);
    assertThat(run("burn")).isEqualTo(2);
    assertThat(err).contains("burn");
    assertThat(run("check", "--kees", "x")).isEqualTo(2);
    assertThat(err).contains("--kees");
    assertThat(run("check", "--keys", at("nothing"), at("list"))).isEqualTo(2);
    assertThat(err).contains("there is no such file");
    assertThat(run("show", "--store", at("nowhere"))).isEqualTo(2);
    assertThat(err).contains("nowhere");
    assertThat(build("00\n", "blacked", "1")).isEqualTo(2);
    assertThat(err).contains("blacked");
    assertThat(build("00\n", "blocked", "nought")).isEqualTo(2);
    assertThat(build("00\n", "blocked", "1", "--issuer", "beta")).isEqualTo(2);
    assertThat(err).contains("given twice");
    assertThat(build("0\n", "blocked", "1")).isEqualTo(2);
    assertThat(err).contains("whole bytes");
    assertThat(run("--help")).isZero();
    assertThat(out).contains("usage: wayside toll-list build");
  }
}
