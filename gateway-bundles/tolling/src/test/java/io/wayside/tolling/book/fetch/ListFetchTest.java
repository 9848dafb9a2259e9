// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.tolling.book.ListType;
import io.wayside.tolling.book.exchange.ListHead;
import io.wayside.tolling.book.feed.FeedFile;
import io.wayside.tolling.book.feed.FeedTrouble;
import io.wayside.tolling.book.store.DiskFolder;
import io.wayside.tolling.book.store.ListDrop.News;
import io.wayside.tolling.book.store.ListStore;
import io.wayside.tolling.book.store.MemoryPart;
import io.wayside.tolling.book.store.TrialIssuer;
import io.wayside.tolling.tag.TagNumber;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rounds at a feed in memory: the list in force is always one that its issuer signed, whole. */
class ListFetchTest {

  private static final Instant NOW = TrialIssuer.AS_OF;
  private static final TagNumber ANNA = new TagNumber("00a011111111111111111101", 96);
  private static final TagNumber BAO = new TagNumber("00a011111111111111111102", 96);
  private static final TagNumber CHI = new TagNumber("00a011111111111111111103", 96);
  private static final long MOST_BYTES = 10_000;

  /** Files and an index in memory; a file may break off. */
  private static final class Shelf implements ListFeed {
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, String> lists = new LinkedHashMap<>();
    private final Map<String, Integer> cutAfter = new TreeMap<>();
    private final List<String> asked = new ArrayList<>();
    private int revision;

    private void offer(ListHead head, List<MemoryPart> parts, String name) {
      List<String> named = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        String file = name + "." + (i + 1);
        files.put(file, parts.get(i).bytes());
        named.add("{\"name\":\"%s\",\"bytes\":%d}".formatted(file, parts.get(i).bytes().length));
      }
      String base = head.isDelta() ? ",\"base\":" + head.base().getAsLong() : "";
      lists.put(
          name,
          "{\"issuer\":\"%s\",\"list\":\"%s\",\"version\":%d%s,\"files\":[%s]}"
              .formatted(
                  head.issuer(),
                  head.type().word(),
                  head.version(),
                  base,
                  String.join(",", named)));
      revision++;
    }

    @Override
    public String address() {
      return "https://office.example/lists/";
    }

    @Override
    public Optional<Index> index(Optional<String> read) {
      String tag = "\"" + revision + "\"";
      if (read.equals(Optional.of(tag))) {
        return Optional.empty();
      }
      return Optional.of(
          new Index(
              "{\"form\":\"wayside-feed/1\",\"lists\":[" + String.join(",", lists.values()) + "]}",
              Optional.of(tag)));
    }

    @Override
    public void bring(FeedFile file, PartialFile into) throws FeedTrouble, IOException {
      asked.add(file.name());
      byte[] bytes = files.get(file.name());
      if (bytes == null) {
        throw new FeedTrouble.Unlike(file.name() + " is not there");
      }
      int from = (int) into.bytes();
      int to = Math.min(bytes.length, cutAfter.getOrDefault(file.name(), bytes.length));
      try (OutputStream out = from > 0 ? into.resume() : into.begin(Optional.of("\"x\""))) {
        out.write(Arrays.copyOfRange(bytes, from, Math.max(from, to)));
      }
      if (to < bytes.length) {
        throw new FeedTrouble.Away(file.name() + " broke off");
      }
    }
  }

  @TempDir Path folder;
  private final TrialIssuer issuer = new TrialIssuer("alpha");
  private final Shelf shelf = new Shelf();
  private final List<News> news = new ArrayList<>();
  private ListStore store;
  private ListFetch fetch;

  @BeforeEach
  void open() throws IOException {
    store = ListStore.open(DiskFolder.own(folder.resolve("store")), issuer.keys());
    fetch =
        new ListFetch(
            shelf, new FetchFolder(folder.resolve("pieces")), issuer.keys(), store, MOST_BYTES);
  }

  @AfterEach
  void close() throws IOException {
    store.close();
  }

  private void restart() throws IOException {
    close();
    open();
  }

  private void offer(TrialIssuer by, ListHead head, Map<TagNumber, String> tags, String name)
      throws Exception {
    shelf.offer(head, by.make(head, TrialIssuer.lines(tags)), name);
  }

  private void offer(ListHead head, Map<TagNumber, String> tags, String name) throws Exception {
    offer(issuer, head, tags, name);
  }

  private static ListHead full(long version) {
    return TrialIssuer.full("alpha", ListType.BLOCKED, version, 1);
  }

  private static ListHead delta(long version, long base, long tags) {
    return TrialIssuer.delta("alpha", ListType.BLOCKED, version, base, tags, 1);
  }

  private void round() throws Exception {
    fetch.round(NOW, news::add);
  }

  private long version() {
    return store
        .shelf()
        .table("alpha", ListType.BLOCKED)
        .map(table -> table.inForce().version())
        .orElse(0L);
  }

  private List<String> pieces() throws IOException {
    try (Stream<Path> here = Files.list(folder.resolve("pieces"))) {
      return here.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whatIsNewIsFetchedOnceAndPutInForce() throws Exception {
    offer(full(3), Map.of(ANNA, ""), "f3");
    round();
    assertThat(version()).isEqualTo(3);
    assertThat(news).singleElement().satisfies(one -> assertThat(one.taken()).isTrue());
    round();
    restart();
    round();
    assertThat(shelf.asked).containsExactly("f3.1");
    assertThat(pieces()).isEmpty();
  }

  @Test
  void deltasAreGoneThroughOneAfterTheOther() throws Exception {
    offer(full(1), Map.of(ANNA, ""), "f1");
    round();
    offer(delta(2, 1, 2), Map.of(BAO, ""), "d2");
    offer(delta(3, 2, 3), Map.of(CHI, ""), "d3");
    round();
    assertThat(version()).isEqualTo(3);
    assertThat(shelf.asked).containsExactly("f1.1", "d2.1", "d3.1");
  }

  @Test
  void aGapIsClosedByTheFullList() throws Exception {
    offer(full(1), Map.of(ANNA, ""), "f1");
    round();
    offer(delta(4, 3, 2), Map.of(BAO, ""), "d4");
    round();
    assertThat(version()).as("nothing fits").isOne();
    assertThat(shelf.asked).containsExactly("f1.1");
    offer(full(4), Map.of(ANNA, "", BAO, ""), "f4");
    round();
    assertThat(version()).isEqualTo(4);
  }

  /** It was made upon another list of that version: what it says of the tags left does not fit. */
  @Test
  void aDeltaThatDoesNotFitAsksForTheFullList() throws Exception {
    offer(full(1), Map.of(ANNA, ""), "f1");
    round();
    offer(delta(2, 1, 9), Map.of(BAO, ""), "d2");
    round();
    assertThat(version()).isOne();
    assertThat(news.get(1).words()).contains("alpha blocked 2 (delta)").contains("full list");
    shelf.lists.remove("f1");
    offer(full(2), Map.of(ANNA, "", BAO, ""), "f2");
    round();
    assertThat(version()).isEqualTo(2);
    assertThat(shelf.asked).containsExactly("f1.1", "d2.1", "f2.1");
  }

  @Test
  void aListIsTakenWhenAllItsPartsAreHere() throws Exception {
    ListHead two = TrialIssuer.full("alpha", ListType.BLOCKED, 1, 2);
    offer(two, Map.of(ANNA, "", BAO, ""), "f1");
    shelf.cutAfter.put("f1.2", 10);
    assertThatThrownBy(this::round).isInstanceOf(FeedTrouble.Away.class);
    assertThat(version()).isZero();
    assertThat(pieces()).contains("f1.1", "f1.2");
    restart();
    shelf.cutAfter.clear();
    round();
    assertThat(version()).isOne();
    assertThat(shelf.asked).as("the first part is here").containsExactly("f1.1", "f1.2", "f1.2");
  }

  @Test
  void aStrangersSignatureLeavesTheOldListInForce() throws Exception {
    offer(full(1), Map.of(ANNA, ""), "f1");
    round();
    offer(new TrialIssuer("alpha"), full(2), Map.of(BAO, ""), "f2");
    round();
    assertThat(version()).isOne();
    assertThat(news.get(1).taken()).isFalse();
    assertThat(news.get(1).words()).contains("alpha blocked 2").contains("not signed");
    assertThat(shelf.asked)
        .as("doubted once, then refused")
        .containsExactly("f1.1", "f2.1", "f2.1");
    round();
    assertThat(shelf.asked).hasSize(3);
    assertThat(pieces()).isEmpty();
    fetch.round(NOW.plus(Duration.ofHours(1)), news::add);
    assertThat(shelf.asked).as("it may have been mended").hasSize(5);
  }

  /** Whoever may write the index cannot put an older list in the place of a newer one. */
  @Test
  void anOlderListUnderANewNameIsRefused() throws Exception {
    offer(full(2), Map.of(ANNA, ""), "f2");
    round();
    ListHead old = full(1);
    shelf.offer(full(3), issuer.make(old, TrialIssuer.lines(Map.of(BAO, ""))), "f3");
    round();
    assertThat(version()).isEqualTo(2);
    assertThat(news.get(1).words()).contains("is alpha blocked 1 by what its issuer signed");
  }

  @Test
  void anIndexWithOldListsAloneChangesNothing() throws Exception {
    offer(full(5), Map.of(ANNA, ""), "f5");
    round();
    shelf.lists.clear();
    offer(full(4), Map.of(BAO, ""), "f4");
    round();
    assertThat(version()).isEqualTo(5);
    assertThat(shelf.asked).containsExactly("f5.1");
  }

  @Test
  void aListThatIsTooLongIsNotFetched() throws Exception {
    Map<TagNumber, String> many = new TreeMap<>(TrialIssuer.ORDER);
    for (int i = 0; i < 500; i++) {
      many.put(new TagNumber("00a0" + String.format("%020x", i), 96), "");
    }
    offer(full(1), many, "f1");
    offer(TrialIssuer.full("alpha", ListType.STOLEN, 1, 1), Map.of(ANNA, ""), "s1");
    round();
    assertThat(shelf.asked).containsExactly("s1.1");
    assertThat(news)
        .anySatisfy(
            one -> assertThat(one.words()).contains("more than the 10000").contains("mostList"));
  }

  @Test
  void aListThatHoldsLaterWaitsHere() throws Exception {
    offer(TrialIssuer.validFrom(full(1), NOW.plusSeconds(60)), Map.of(ANNA, ""), "f1");
    round();
    round();
    assertThat(version()).isZero();
    assertThat(news).isEmpty();
    fetch.round(NOW.plusSeconds(60), news::add);
    assertThat(version()).isOne();
    assertThat(shelf.asked).containsExactly("f1.1");
  }

  @Test
  void aListThatHoldsLaterKeepsOutNoneThatHoldsNow() throws Exception {
    offer(full(1), Map.of(ANNA, ""), "f1");
    offer(TrialIssuer.validFrom(full(2), NOW.plusSeconds(60)), Map.of(BAO, ""), "f2");
    round();
    assertThat(version()).isOne();
    fetch.round(NOW.plusSeconds(60), news::add);
    assertThat(version()).isEqualTo(2);
  }

  @Test
  void aDeltaThatIsNotThereLeadsToTheFullList() throws Exception {
    offer(full(1), Map.of(ANNA, "", BAO, ""), "f1");
    round();
    offer(delta(2, 1, 2), Map.of(CHI, ""), "d2");
    offer(full(2), Map.of(ANNA, "", BAO, "", CHI, ""), "f2");
    shelf.files.remove("d2.1");
    assertThatThrownBy(this::round).isInstanceOf(FeedTrouble.Unlike.class);
    assertThat(shelf.asked).contains("d2.1").doesNotContain("f2.1");
    round();
    assertThat(version()).isEqualTo(2);
  }

  /** A piece of another making of the file, or one that was not on the disk when the power went. */
  @Test
  void whatWasPutTogetherWronglyIsFetchedAnew() throws Exception {
    offer(full(1), Map.of(ANNA, "", BAO, ""), "f1");
    Files.write(folder.resolve("pieces").resolve("f1.1"), new byte[100]);
    round();
    assertThat(version()).isOne();
    assertThat(shelf.asked).containsExactly("f1.1", "f1.1");
    assertThat(news).hasSize(1);
  }

  @Test
  void aListWhoseFileIsMissingHoldsUpNoOther() throws Exception {
    offer(full(1), Map.of(ANNA, ""), "f1");
    offer(TrialIssuer.full("alpha", ListType.STOLEN, 1, 1), Map.of(ANNA, ""), "s1");
    shelf.files.remove("f1.1");
    assertThatThrownBy(this::round).isInstanceOf(FeedTrouble.Unlike.class);
    assertThat(store.shelf().table("alpha", ListType.STOLEN)).isPresent();
    offer(full(2), Map.of(ANNA, ""), "f2");
    round();
    assertThat(version()).isEqualTo(2);
  }

  @Test
  void whatNobodyGoesOnWithIsDeleted() throws Exception {
    offer(full(1), Map.of(ANNA, ""), "f1");
    shelf.cutAfter.put("f1.1", 50);
    assertThatThrownBy(this::round).isInstanceOf(FeedTrouble.Away.class);
    assertThat(pieces()).containsExactly(".tag.f1.1", "f1.1");
    shelf.lists.clear();
    offer(full(2), Map.of(ANNA, ""), "f2");
    round();
    assertThat(pieces()).isEmpty();
    assertThat(version()).isEqualTo(2);
  }

  @Test
  void whoseKeyIsNotHereIsPassedOver() throws Exception {
    TrialIssuer other = new TrialIssuer("beta");
    ListHead head = TrialIssuer.full("beta", ListType.BLOCKED, 1, 1);
    offer(other, head, Map.of(ANNA, ""), "b1");
    round();
    assertThat(shelf.asked).isEmpty();
    assertThat(news).isEmpty();
  }
}
