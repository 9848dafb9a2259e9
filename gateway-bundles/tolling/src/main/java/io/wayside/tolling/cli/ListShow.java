// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.cli;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.tolling.book.AgeLimits;
import io.wayside.tolling.book.Finding;
import io.wayside.tolling.book.ListInForce;
import io.wayside.tolling.book.store.DiskFolder;
import io.wayside.tolling.book.store.ListStore;
import io.wayside.tolling.book.table.ListedTags;
import io.wayside.tolling.book.table.TagTable;
import io.wayside.tolling.tag.IssuerProfiles;
import io.wayside.tolling.tag.TagNumber;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** Says what is in force, and what it says of a tag. */
final class ListShow {

  private final ListArguments given;
  private final Clock clock;

  ListShow(ListArguments given, Clock clock) {
    this.given = given;
    this.clock = clock;
  }

  int run(PrintStream out) throws WrongUsage, IOException, GarbledData {
    Optional<String> tag = given.optional("--tag");
    try (ListStore store = ListStore.look(DiskFolder.look(Path.of(given.required("--store"))))) {
      if (tag.isPresent()) {
        say(out, new ListedTags(issuers(), store::shelf), tag(tag.get()));
      } else {
        store.shelf().tables().forEach(table -> say(out, table));
      }
      store.damage().forEach(damage -> out.println("damaged: " + damage));
    }
    return TollList.DONE;
  }

  private void say(PrintStream out, TagTable table) {
    ListInForce list = table.inForce();
    out.println(
        list.issuer()
            + " "
            + list.list()
            + " "
            + list.version()
            + ": "
            + table.tags()
            + " tags, as of "
            + list.asOf()
            + ", "
            + AgeLimits.age(list, clock.instant()).toSeconds()
            + " s old");
  }

  private static void say(PrintStream out, ListedTags book, TagNumber tag) {
    Finding finding = book.find(tag);
    out.println("standing " + finding.standing().name().toLowerCase(Locale.ROOT));
    finding.issuer().ifPresent(issuer -> out.println("issuer " + issuer));
    finding.group().ifPresent(group -> out.println("group " + group));
    finding.exempt().ifPresent(why -> out.println("exempt " + why));
    book.discountOf(tag).ifPresent(discount -> out.println("discount " + discount));
    finding
        .tickets()
        .forEach(
            ticket ->
                out.println(
                    "ticket "
                        + ticket.kind()
                        + " at "
                        + ticket.station()
                        + " for group "
                        + ticket.group()
                        + " from "
                        + ticket.from()
                        + " to "
                        + ticket.to()));
    finding.plateHash().ifPresent(hash -> out.println("plate hash " + hash));
  }

  private IssuerProfiles issuers() throws WrongUsage, IOException, GarbledData {
    Path file = Path.of(given.required("--issuers"));
    return IssuerProfiles.from(Node.read(file.toString(), Files.readString(file)));
  }

  private static TagNumber tag(String text) throws WrongUsage {
    String[] halves = text.toLowerCase(Locale.ROOT).split("/", 2);
    if (!halves[0].matches("[0-9a-f]+")) {
      throw new WrongUsage("--tag: \"" + text + "\" is no number in hexadecimal");
    }
    try {
      int bits = halves.length == 2 ? Integer.parseInt(halves[1]) : halves[0].length() * 4;
      return new TagNumber(halves[0], bits);
    } catch (IllegalArgumentException notNumber) {
      throw new WrongUsage("--tag: \"" + text + "\" is not EPC[/BITS] in whole bytes");
    }
  }
}
