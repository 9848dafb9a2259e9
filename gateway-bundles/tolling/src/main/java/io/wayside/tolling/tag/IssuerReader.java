// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tag;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the document of issuers' profiles. */
final class IssuerReader {

  /** Names files too, so nothing but letters, digits and hyphens. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

  private static final int MOST_USER_BITS = 65_536;

  private final Node document;
  private final List<Placed> placed = new ArrayList<>();

  private record Placed(IssuerProfile row, Node at) {}

  IssuerReader(Node document) {
    this.document = document;
  }

  IssuerProfiles read() throws GarbledData {
    document.only("$schema", "issuers", "title", "notes", "rows");
    String id = name(document.member("issuers"));
    Wording.from(document.member("title"));
    Set<String> ids = new HashSet<>();
    for (Node node : document.member("rows").elements()) {
      IssuerProfile row = row(node);
      if (!ids.add(row.id())) {
        throw node.member("id").wrong("is there already; give each row its own");
      }
      placed.add(new Placed(row, node.member("prefix")));
    }
    if (placed.isEmpty()) {
      throw document.member("rows").wrong("needs at least one row; no tag could be known");
    }
    placed.sort(Comparator.comparing(each -> each.row().prefix(), Prefix.IN_ORDER));
    refuseOverlaps();
    return new IssuerProfiles(id, placed.stream().map(Placed::row).toList());
  }

  /** In the order of the prefixes, those that overlap stand beside each other. */
  private void refuseOverlaps() throws GarbledData {
    for (int i = 1; i < placed.size(); i++) {
      Placed one = placed.get(i - 1);
      Placed other = placed.get(i);
      if (one.row().prefix().overlaps(other.row().prefix())) {
        throw other
            .at()
            .wrong(
                "overlaps; "
                    + one.at()
                        .wrong("begins the same numbers: make one of them longer")
                        .getMessage());
      }
    }
  }

  private static IssuerProfile row(Node node) throws GarbledData {
    node.only(
        "id", "issuer", "prefix", "prefixBits", "tidCheck", "user", "source", "certainty", "notes");
    List<UserField> user = new ArrayList<>();
    Optional<Node> fields = node.optional("user");
    if (fields.isPresent()) {
      for (Node field : fields.get().elements()) {
        user.add(field(field, user));
      }
    }
    return new IssuerProfile(
        name(node.member("id")),
        name(node.member("issuer")),
        prefix(node),
        user,
        node.member("tidCheck").truth(),
        node.member("source").text(),
        node.member("certainty").word(Certainty.class));
  }

  private static Prefix prefix(Node node) throws GarbledData {
    Node hex = node.member("prefix");
    int bits = node.member("prefixBits").whole(1, Prefix.MOST_BITS);
    try {
      return new Prefix(hex.text(), bits);
    } catch (IllegalArgumentException unfit) {
      throw hex.wrong(
          "does not fit: " + unfit.getMessage() + "; write lower-case digits, one for four bits");
    }
  }

  private static UserField field(Node node, List<UserField> before) throws GarbledData {
    node.only("name", "at", "bits", "form");
    String name = name(node.member("name"));
    if (before.stream().anyMatch(field -> field.name().equals(name))) {
      throw node.member("name").wrong("is there already; give each field its own");
    }
    UserField.Form form = node.member("form").word(UserField.Form.class);
    int most = form == UserField.Form.WHOLE ? UserField.MOST_WHOLE_BITS : MOST_USER_BITS;
    int bits = node.member("bits").whole(1, most);
    int unit =
        switch (form) {
          case WHOLE -> 1;
          case HEX -> 4;
          case TEXT -> 8;
        };
    if (bits % unit != 0) {
      throw node.member("bits").wrong("must be a multiple of " + unit + " for this form");
    }
    return new UserField(name, node.member("at").whole(0, MOST_USER_BITS), bits, form);
  }

  private static String name(Node node) throws GarbledData {
    String text = node.text();
    if (!NAME.matcher(text).matches()) {
      throw node.wrong("must be lower-case letters, digits and hyphens, at most 32");
    }
    return text;
  }
}
