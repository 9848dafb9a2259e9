// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.feed;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import io.wayside.tolling.book.ListType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The document of a feed that names what can be fetched. Lists of a kind that is not known here are
 * passed over.
 */
public record FeedIndex(List<Offer> offers) {

  /** Below the feed's address. */
  public static final String NAME = "index.json";

  static final String FORM = "wayside-feed/1";

  private static final int MOST_OFFERS = 4_096;
  private static final int MOST_FILES = 1_024;
  private static final Pattern ISSUER = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

  /** A file's name is a file's name here too: it leads nowhere else. */
  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

  public FeedIndex {
    offers = List.copyOf(offers);
  }

  /**
   * Reads it.
   *
   * @param source its address, for messages
   */
  public static FeedIndex read(String source, String json) throws GarbledData {
    Node root = Node.read(source, json);
    if (!root.member("form").text().equals(FORM)) {
      throw root.member("form").wrong("must be \"" + FORM + "\"; this software reads no other");
    }
    List<Node> lists = root.member("lists").elements();
    if (lists.size() > MOST_OFFERS) {
      throw root.member("lists").wrong("has more than " + MOST_OFFERS + " lists; drop old ones");
    }
    List<Offer> offers = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Node list : lists) {
      Optional<ListType> type = ListType.of(list.member("list").text());
      if (type.isPresent()) {
        offers.add(offer(list, type.get(), names));
      }
    }
    return new FeedIndex(offers);
  }

  private static Offer offer(Node list, ListType type, Set<String> names) throws GarbledData {
    long version = number(list.member("version"), 1);
    Optional<Node> base = list.optional("base");
    OptionalLong upon = OptionalLong.empty();
    if (base.isPresent()) {
      upon = OptionalLong.of(number(base.get(), 1));
      if (upon.getAsLong() >= version) {
        throw base.get().wrong("must be below the version of the delta, which is " + version);
      }
    }
    List<Node> files = list.member("files").elements();
    if (files.isEmpty() || files.size() > MOST_FILES) {
      throw list.member("files").wrong("must name 1 to " + MOST_FILES + " files");
    }
    List<FeedFile> parts = new ArrayList<>();
    for (Node file : files) {
      FeedFile part =
          new FeedFile(matching(file.member("name"), FILE), number(file.member("bytes"), 1));
      if (!names.add(part.name())) {
        throw file.member("name").wrong("is named twice; each part has a file of its own");
      }
      parts.add(part);
    }
    return new Offer(matching(list.member("issuer"), ISSUER), type, version, upon, parts);
  }

  private static long number(Node node, long least) throws GarbledData {
    if (!(node.value() instanceof Value.Whole whole) || whole.value() < least) {
      throw node.wrong("must be a whole number from " + least);
    }
    return whole.value();
  }

  private static String matching(Node node, Pattern pattern) throws GarbledData {
    String text = node.text();
    if (!pattern.matcher(text).matches()) {
      throw node.wrong("must look like " + pattern);
    }
    return text;
  }
}
