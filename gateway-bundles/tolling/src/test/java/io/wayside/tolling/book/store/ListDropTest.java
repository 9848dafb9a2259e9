// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.GarbledData;
import io.wayside.tolling.book.ListType;
import io.wayside.tolling.book.exchange.ListHead;
import io.wayside.tolling.tag.TagNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListDropTest {

  private static final TagNumber ANNA = new TagNumber("00a011111111111111111101", 96);
  private static final TagNumber BAO = new TagNumber("00a011111111111111111102", 96);

  @TempDir Path folder;
  private final TrialIssuer issuer = new TrialIssuer("alpha");
  private Path incoming;
  private ListStore store;
  private ListDrop drop;

  @BeforeEach
  void open() throws IOException {
    incoming = folder.resolve("incoming");
    store = ListStore.open(DiskFolder.own(folder.resolve("store")), issuer.keys());
    drop = new ListDrop(incoming, issuer.keys(), store);
    Files.createDirectories(incoming);
  }

  @AfterEach
  void close() throws IOException {
    store.close();
  }

  private List<MemoryPart> list(ListHead head, Map<TagNumber, String> tags) throws GarbledData {
    return issuer.make(head, TrialIssuer.lines(tags));
  }

  private void lay(String name, byte[] bytes) throws IOException {
    Files.write(incoming.resolve(name), bytes);
  }

  /** Twice: what has changed since the last look is let alone. */
  private List<ListDrop.News> look() throws IOException {
    assertThat(drop.look(TrialIssuer.AS_OF)).isEmpty();
    return drop.look(TrialIssuer.AS_OF);
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.walk(incoming)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> incoming.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private long version() {
    return store
        .shelf()
        .table("alpha", ListType.BLOCKED)
        .map(table -> table.inForce().version())
        .orElse(0L);
  }

  @Test
  void aListIsTakenWhenAllItsPartsAreThere() throws Exception {
    List<MemoryPart> parts =
        list(TrialIssuer.full("alpha", ListType.BLOCKED, 1, 2), Map.of(ANNA, "", BAO, ""));
    lay("b.2", parts.get(1).bytes());
    assertThat(look()).isEmpty();
    assertThat(version()).isZero();
    lay("b.1", parts.get(0).bytes());
    drop.look(TrialIssuer.AS_OF);
    assertThat(drop.look(TrialIssuer.AS_OF))
        .singleElement()
        .satisfies(news -> assertThat(news.taken()).isTrue());
    assertThat(version()).isOne();
    assertThat(left()).isEmpty();
  }

  @Test
  void aFileThatStillGrowsIsLetAlone() throws Exception {
    byte[] bytes =
        list(TrialIssuer.full("alpha", ListType.BLOCKED, 1, 1), Map.of(ANNA, "")).get(0).bytes();
    for (int length = 10; length < bytes.length; length += 40) {
      lay("growing", java.util.Arrays.copyOf(bytes, length));
      assertThat(drop.look(TrialIssuer.AS_OF)).isEmpty();
    }
    lay("growing", bytes);
    Files.setLastModifiedTime(incoming.resolve("growing"), FileTime.fromMillis(1_000));
    look();
    assertThat(version()).isOne();
  }

  @Test
  void severalVersionsAreTakenInTheirOrderAndAnOldOneIsPassedOver() throws Exception {
    lay(
        "z",
        list(TrialIssuer.full("alpha", ListType.BLOCKED, 1, 1), Map.of(ANNA, "")).get(0).bytes());
    lay(
        "a",
        list(TrialIssuer.delta("alpha", ListType.BLOCKED, 2, 1, 2, 1), Map.of(BAO, ""))
            .get(0)
            .bytes());
    assertThat(look()).hasSize(2);
    assertThat(version()).isEqualTo(2);
    lay(
        "old",
        list(TrialIssuer.full("alpha", ListType.BLOCKED, 1, 1), Map.of(ANNA, "")).get(0).bytes());
    assertThat(look()).isEmpty();
    assertThat(left()).isEmpty();
  }

  @Test
  void whatCanNeverBeTakenIsPutAsideAndSaid() throws Exception {
    lay("nonsense", "hello\nworld\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    byte[] forged =
        new TrialIssuer("alpha")
            .make(
                TrialIssuer.full("alpha", ListType.BLOCKED, 1, 1),
                TrialIssuer.lines(Map.of(ANNA, "")))
            .get(0)
            .bytes();
    lay("forged", forged);
    lay(
        "gap",
        list(TrialIssuer.delta("alpha", ListType.BLOCKED, 9, 8, 2, 1), Map.of(BAO, ""))
            .get(0)
            .bytes());
    assertThat(look())
        .hasSize(3)
        .allMatch(news -> !news.taken())
        .anySatisfy(news -> assertThat(news.words()).contains("full list"));
    assertThat(version()).isZero();
    assertThat(left()).containsExactly("refused/forged", "refused/gap", "refused/nonsense");
  }

  @Test
  void aListThatHoldsLaterWaits() throws Exception {
    lay(
        "later",
        list(
                TrialIssuer.validFrom(
                    TrialIssuer.full("alpha", ListType.BLOCKED, 1, 1),
                    TrialIssuer.AS_OF.plusSeconds(60)),
                Map.of(ANNA, ""))
            .get(0)
            .bytes());
    assertThat(look()).isEmpty();
    assertThat(drop.look(TrialIssuer.AS_OF.plusSeconds(60))).hasSize(1);
    assertThat(version()).isOne();
  }
}
