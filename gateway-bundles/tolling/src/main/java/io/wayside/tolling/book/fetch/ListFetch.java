// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.fetch;

import io.wayside.core.data.GarbledData;
import io.wayside.tolling.book.ListInForce;
import io.wayside.tolling.book.ListType;
import io.wayside.tolling.book.exchange.Arrival;
import io.wayside.tolling.book.exchange.ListHead;
import io.wayside.tolling.book.exchange.ListKeys;
import io.wayside.tolling.book.feed.Choice;
import io.wayside.tolling.book.feed.FeedFile;
import io.wayside.tolling.book.feed.FeedIndex;
import io.wayside.tolling.book.feed.FeedTrouble;
import io.wayside.tolling.book.feed.Offer;
import io.wayside.tolling.book.store.Answer;
import io.wayside.tolling.book.store.ListDrop.News;
import io.wayside.tolling.book.store.ListFile;
import io.wayside.tolling.book.store.ListStore;
import io.wayside.tolling.book.table.TagTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Asks a feed what it has and takes what is newer. A list is handed to the store when all its parts
 * are here; until then, and whatever is wrong with it, the one in force stays. Not for several
 * threads.
 */
public final class ListFetch {

  /** What was refused is asked for again then: the office may have mended it under its name. */
  private static final Duration AGAIN = Duration.ofHours(1);

  private final ListFeed feed;
  private final FetchFolder folder;
  private final ListKeys keys;
  private final ListStore store;
  private final long mostBytes;
  private final Map<Offer, Instant> refused = new HashMap<>();

  /** Found wrong once: they are fetched anew from the first byte before they are refused. */
  private final Set<Offer> doubted = new HashSet<>();

  /** Named by the index and not there as it says, once. */
  private final Set<Offer> missing = new HashSet<>();

  private Optional<String> tag = Optional.empty();
  private List<Offer> offers = List.of();
  private long brought;

  /**
   * @param mostBytes of one list, all parts; a longer one is refused before it is fetched
   */
  public ListFetch(
      ListFeed feed, FetchFolder folder, ListKeys keys, ListStore store, long mostBytes) {
    this.feed = feed;
    this.folder = folder;
    this.keys = keys;
    this.store = store;
    this.mostBytes = mostBytes;
  }

  /**
   * Takes what there is.
   *
   * @param news told of each list that is in force now or was refused
   * @throws FeedTrouble when not everything could be fetched
   * @throws IOException when the disk does not do what it should
   */
  public void round(Instant now, Consumer<News> news)
      throws FeedTrouble, IOException, InterruptedException {
    Optional<ListFeed.Index> index = feed.index(tag);
    if (index.isPresent()) {
      read(index.get());
    }
    refused.values().removeIf(since -> !now.isBefore(since.plus(AGAIN)));
    TreeMap<String, List<Offer>> lists = new TreeMap<>();
    for (Offer offer : offers) {
      if (keys.issuers().contains(offer.issuer())) {
        lists
            .computeIfAbsent(offer.issuer() + "/" + offer.type().word(), any -> new ArrayList<>())
            .add(offer);
      }
    }
    Optional<FeedTrouble> trouble = Optional.empty();
    for (List<Offer> list : lists.values()) {
      try {
        take(list, now, news);
      } catch (FeedTrouble.Unlike other) {
        tag = Optional.empty();
        trouble = Optional.of(other);
      } catch (FeedTrouble.Away away) {
        if (away.asked().isPresent()) {
          throw away; // it wants to be left alone altogether
        }
        trouble = Optional.of(away);
      }
    }
    folder.keepOnly(open(lists));
    if (trouble.isPresent()) {
      throw trouble.get();
    }
  }

  /** How many bytes of lists were brought so far, also of those that are not whole yet. */
  public long brought() {
    return brought;
  }

  private void read(ListFeed.Index index) throws FeedTrouble.Unlike {
    tag = Optional.empty();
    try {
      offers = FeedIndex.read(feed.address() + FeedIndex.NAME, index.text()).offers();
      tag = index.tag();
      refused.keySet().retainAll(offers);
      doubted.retainAll(offers);
      missing.retainAll(offers);
    } catch (GarbledData garbled) {
      throw new FeedTrouble.Unlike(String.valueOf(garbled.getMessage()));
    }
  }

  /** All offers of one list, until nothing newer is there. */
  private void take(List<Offer> list, Instant now, Consumer<News> news)
      throws FeedTrouble, IOException, InterruptedException {
    long below = Long.MAX_VALUE; // the time of that version has not come
    Optional<Offer> next = next(list, below);
    while (next.isPresent()) {
      Offer offer = next.get();
      if (offer.bytes() > mostBytes || offer.bytes() < 0) {
        refuse(
            offer,
            now,
            "has "
                + offer.bytes()
                + " bytes, more than the "
                + mostBytes
                + " that this site takes; raise mostList if that is right",
            news);
      } else if (!take(offer, now, news)) {
        below = offer.version();
      }
      next = next(list, below);
    }
  }

  private Optional<Offer> next(List<Offer> list, long below) {
    Offer any = list.get(0);
    long have = inForce(any.issuer(), any.type()).map(ListInForce::version).orElse(0L);
    return Choice.next(
        have,
        list.stream()
            .filter(offer -> offer.version() < below && !refused.containsKey(offer))
            .toList());
  }

  private Optional<ListInForce> inForce(String issuer, ListType type) {
    return store.shelf().table(issuer, type).map(TagTable::inForce);
  }

  /** False when its time has not come. */
  private boolean take(Offer offer, Instant now, Consumer<News> news)
      throws FeedTrouble, IOException, InterruptedException {
    try {
      bring(offer);
      missing.remove(offer);
    } catch (FeedTrouble.Unlike other) {
      if (missing.add(offer)) {
        throw other; // the index is read anew first
      }
      missing.remove(offer);
      refuse(offer, now, String.valueOf(other.getMessage()), news);
      return true;
    }
    Optional<String> fault;
    try {
      fault = apply(offer, now, news);
    } catch (GarbledData garbled) {
      if (doubted.add(offer)) {
        // Its pieces may be of two makings, or the power went before one was on the disk.
        folder.delete(offer);
        return take(offer, now, news);
      }
      fault = Optional.of(String.valueOf(garbled.getMessage()));
    } catch (NotYet early) {
      return false;
    }
    doubted.remove(offer);
    folder.delete(offer);
    fault.ifPresent(why -> refuse(offer, now, why, news));
    return true;
  }

  private void bring(Offer offer) throws FeedTrouble, IOException, InterruptedException {
    for (FeedFile file : offer.files()) {
      PartialFile into = folder.file(file);
      long before = into.bytes();
      if (before != file.bytes()) {
        try {
          feed.bring(file, into);
        } finally {
          brought += Math.max(0, into.bytes() - before);
        }
      }
    }
  }

  /** What is wrong with it; empty when it is in force. */
  private Optional<String> apply(Offer offer, Instant now, Consumer<News> news)
      throws IOException, GarbledData, NotYet {
    List<ListFile> files = folder.files(offer).stream().map(ListFile::new).toList();
    ListHead head = Arrival.of(files, keys).head();
    boolean same =
        head.issuer().equals(offer.issuer())
            && head.type() == offer.type()
            && head.version() == offer.version()
            && head.base().equals(offer.base());
    if (!same) {
      throw new GarbledData(
          "is " + head + " by what its issuer signed; the office is to name its files as they are");
    }
    Answer answer = store.apply(files, now, entries -> {});
    if (answer instanceof Answer.Applied applied) {
      news.accept(
          new News(true, applied.now() + " is in force with " + applied.tags() + " tags, fetched"));
    } else if (answer instanceof Answer.NotYet) {
      throw new NotYet();
    } else if (answer instanceof Answer.AskFull ask) {
      return Optional.of(
          "does not fit: " + ask.why() + "; the full list is fetched if there is one");
    }
    return Optional.empty();
  }

  private void refuse(Offer offer, Instant now, String why, Consumer<News> news) {
    refused.put(offer, now);
    news.accept(new News(false, feed.address() + ": " + offer + " " + why));
  }

  private List<Path> open(Map<String, List<Offer>> lists) {
    List<Path> open = new ArrayList<>();
    for (List<Offer> list : lists.values()) {
      next(list, Long.MAX_VALUE).ifPresent(offer -> open.addAll(folder.files(offer)));
    }
    return open;
  }

  /** A list before its time: it stays here. */
  private static final class NotYet extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
