// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerProfilesTest {

  private static Value row(String id, String issuer, String bits) {
    String padded = bits + "0".repeat((4 - bits.length() % 4) % 4);
    StringBuilder hex = new StringBuilder();
    for (int i = 0; i < padded.length(); i += 4) {
      hex.append(Integer.toHexString(Integer.parseInt(padded.substring(i, i + 4), 2)));
    }
    return Value.Fields.with("id", id)
        .and("issuer", issuer)
        .and("prefix", hex.toString())
        .and("prefixBits", bits.length())
        .and("tidCheck", false)
        .and("source", "made up")
        .and("certainty", "example")
        .build();
  }

  private static String document(List<Value> rows) {
    return Json.writeIndented(
        Value.Fields.with("issuers", "trial")
            .and("title", Value.Fields.with("vi", "Thử").and("en", "Trial").build())
            .and("rows", rows)
            .build());
  }

  private static IssuerProfiles read(Value... rows) throws GarbledData {
    return IssuerProfiles.from(Node.read("trial.json", document(List.of(rows))));
  }

  private static TagNumber tag(String bits) {
    String padded = bits + "0".repeat((8 - bits.length() % 8) % 8);
    String hex =
        padded.isEmpty()
            ? ""
            : String.format("%" + padded.length() / 4 + "s", new BigInteger(padded, 2).toString(16))
                .replace(' ', '0');
    return new TagNumber(hex, bits.length());
  }

  private static String randomBits(Random random, int count) {
    StringBuilder bits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      bits.append(random.nextInt(2));
    }
    return bits.toString();
  }

  @Test
  void theIssuerIsTheOneWhosePrefixTheBitsBeginWith() throws Exception {
    Random random = new Random(5);
    int found = 0;
    for (int round = 0; round < 200; round++) {
      List<String> prefixes = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        String bits = randomBits(random, 1 + random.nextInt(i == 0 ? 200 : 14));
        if (prefixes.stream().noneMatch(p -> p.startsWith(bits) || bits.startsWith(p))) {
          prefixes.add(bits);
        }
      }
      List<Value> rows = new ArrayList<>();
      prefixes.forEach(bits -> rows.add(row("r" + rows.size(), "i" + rows.size(), bits)));
      IssuerProfiles profiles = IssuerProfiles.from(Node.read("trial.json", document(rows)));
      for (int i = 0; i < 200; i++) {
        String begin = random.nextBoolean() ? prefixes.get(random.nextInt(prefixes.size())) : "";
        String bits = begin + randomBits(random, random.nextInt(130));
        bits = bits.substring(0, random.nextInt(5) == 0 ? bits.length() / 2 : bits.length());
        String tagBits = bits;
        Optional<String> expected =
            prefixes.stream()
                .filter(tagBits::startsWith)
                .findFirst()
                .map(prefix -> "i" + prefixes.indexOf(prefix));
        assertThat(profiles.issuerOf(tag(bits))).isEqualTo(expected);
        assertThat(profiles.profileOf(tag(bits)).map(IssuerProfile::issuer)).isEqualTo(expected);
        found += expected.isPresent() ? 1 : 0;
      }
    }
    assertThat(found).isGreaterThan(10_000);
  }

  @Test
  void prefixesThatOverlapAreRefusedWithBothPlaces() {
    assertThatThrownBy(
            () -> read(row("a", "x", "0011"), row("c", "z", "1"), row("b", "y", "001100111")))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("/rows/0/prefix")
        .hasMessageContaining("/rows/2/prefix")
        .hasMessageContaining("line 11,")
        .hasMessageContaining("line 29,")
        .hasMessageContaining("longer");
    assertThatThrownBy(() -> read(row("a", "x", "0011"), row("b", "x", "0011")))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("overlaps");
  }

  @Test
  void manyPrefixesOfWhichAnyTwoOverlapAreRefused() {
    Random random = new Random(6);
    for (int round = 0; round < 300; round++) {
      List<Value> rows = new ArrayList<>();
      List<String> prefixes = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        prefixes.add(randomBits(random, 1 + random.nextInt(6)));
        rows.add(row("r" + i, "x", prefixes.get(i)));
      }
      boolean overlap = false;
      for (int i = 0; i < 6; i++) {
        for (int k = 0; k < i; k++) {
          overlap |=
              prefixes.get(i).startsWith(prefixes.get(k))
                  || prefixes.get(k).startsWith(prefixes.get(i));
        }
      }
      boolean refused = false;
      try {
        IssuerProfiles.from(Node.read("trial.json", document(rows)));
      } catch (GarbledData garbled) {
        refused = true;
      }
      assertThat(refused).as(prefixes.toString()).isEqualTo(overlap);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 62, 128, 496})
  void oddLengthsAreKnownByTheirBitsAlone(int length) throws Exception {
    IssuerProfiles profiles = read(row("a", "alpha", "0".repeat(61) + "1"));
    String bits = (length == 0 ? "" : "0".repeat(61) + "1") + "0".repeat(Math.max(0, length - 62));
    assertThat(profiles.issuerOf(tag(bits)))
        .isEqualTo(length == 0 ? Optional.empty() : Optional.of("alpha"));
  }

  @Test
  void bitsBehindTheEndOfANumberCountForNothing() throws Exception {
    IssuerProfiles profiles = read(row("a", "alpha", "1111"), row("b", "beta", "11100"));
    assertThat(profiles.issuerOf(new TagNumber("f0", 3))).isEmpty();
    assertThat(profiles.issuerOf(new TagNumber("ff", 4))).contains("alpha");
    assertThat(profiles.issuerOf(new TagNumber("e0", 4))).isEmpty();
    assertThat(profiles.issuerOf(new TagNumber("e7", 5))).contains("beta");
  }

  @Test
  void whatIsNoLowerCaseHexadecimalBelongsToNobody() throws Exception {
    IssuerProfiles profiles = read(row("a", "alpha", "1"));
    assertThat(profiles.issuerOf(new TagNumber("F0", 8))).isEmpty();
    assertThat(profiles.issuerOf(new TagNumber("f ", 8))).isEmpty();
    assertThat(profiles.issuerOf(new TagNumber("f0", 8))).contains("alpha");
  }

  @Test
  void aLookUpMakesNoGarbage() throws Exception {
    IssuerProfiles profiles = read(row("a", "alpha", "0011"), row("b", "beta", "10"));
    TagNumber known = new TagNumber("30".repeat(12), 96);
    TagNumber unknown = new TagNumber("70".repeat(12), 96);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    int hits = 0;
    long before = 0;
    for (int i = 0; i < 40_000; i++) {
      if (i == 20_000) {
        before = threads.getThreadAllocatedBytes(thread);
      }
      hits += profiles.issuerOf(known).isPresent() ? 1 : 0;
      hits += profiles.issuerOf(unknown).isPresent() ? 1 : 0;
    }
    long allocated = threads.getThreadAllocatedBytes(thread) - before;
    assertThat(hits).isEqualTo(40_000);
    assertThat(allocated).isLessThan(20_000); // a byte a look-up would be twice as much
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`\"prefixBits\": 4`   | `\"prefixBits\": 5`   | /rows/0/prefix ",
        "`\"prefix\": \"3\"`   | `\"prefix\": \"G\"`   | lower-case",
        "`\"prefix\": \"3\"`   | `\"prefix\": \"F\"`   | lower-case",
        "`\"prefixBits\": 4`   | `\"prefixBits\": 0`   | /rows/0/prefixBits",
        "`\"prefixBits\": 4`   | `\"prefixBits\": 497` | /rows/0/prefixBits",
        "`\"prefixBits\": 4`   | `\"prefixBits\": 3`   | behind",
        "`\"issuer\": \"x\"`   | `\"issuer\": \"X/..\"` | /rows/0/issuer",
        "`\"tidCheck\": false` | `\"tidCheck\": 0`     | /rows/0/tidCheck",
        "`\"example\"`         | `\"sure\"`            | /rows/0/certainty",
        "`\"source\"`          | `\"sauce\"`           | sauce",
      })
  void whatIsWrongIsNamedWithItsPlace(String right, String wrong, String named) {
    String document = document(List.of(row("a", "x", "0011")));
    assertThat(document).contains(right);
    assertThatThrownBy(
            () -> IssuerProfiles.from(Node.read("trial.json", document.replace(right, wrong))))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("trial.json")
        .hasMessageContaining("line ")
        .hasMessageContaining(named);
  }

  @Test
  void noDocumentBreaksTheReader() throws Exception {
    String document = document(List.of(row("a", "x", "0011"), row("b", "y", "1")));
    Random random = new Random(7);
    int refused = 0;
    for (int i = 0; i < 5000; i++) {
      StringBuilder text = new StringBuilder(document);
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, (char) (32 + random.nextInt(95)));
          default -> text.setCharAt(at, (char) (32 + random.nextInt(95)));
        }
      }
      try {
        IssuerProfiles.from(Node.read("trial.json", text.toString()));
      } catch (GarbledData garbled) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(1000);
  }
}
