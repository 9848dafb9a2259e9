// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.cli;

import io.wayside.core.data.GarbledData;
import io.wayside.tolling.book.ListInForce;
import io.wayside.tolling.book.exchange.Arrival;
import io.wayside.tolling.book.store.Answer;
import io.wayside.tolling.book.store.DiskFolder;
import io.wayside.tolling.book.store.ListFile;
import io.wayside.tolling.book.store.ListStore;
import io.wayside.tolling.book.table.TableMaking;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Reads a list to its end, and puts it into force when that is wanted. */
final class ListCheck {

  private static final long TELL_EVERY_MS = 2000;

  private final ListArguments given;
  private final Clock clock;

  ListCheck(ListArguments given, Clock clock) {
    this.given = given;
    this.clock = clock;
  }

  int check(PrintStream out, PrintStream err) throws WrongUsage, IOException, GarbledData {
    Arrival list = Arrival.of(files(), given.keys());
    TableMaking.check(list, progress(err, list.head().entries()));
    out.println(
        list.head()
            + ": "
            + list.head().entries()
            + " entries in "
            + list.head().parts()
            + " part(s), as of "
            + list.head().asOf()
            + ", signed and whole");
    return TollList.DONE;
  }

  int apply(PrintStream out, PrintStream err) throws WrongUsage, IOException, GarbledData {
    Path folder = Path.of(given.required("--store"));
    List<ListFile> files = files();
    try (ListStore store = ListStore.open(DiskFolder.own(folder), given.keys())) {
      store.damage().forEach(err::println);
      return say(out, store.apply(files, clock.instant(), progress(err, 0)));
    }
  }

  private static int say(PrintStream out, Answer answer) {
    if (answer instanceof Answer.Applied applied) {
      out.println(
          name(applied.now())
              + " is in force with "
              + applied.tags()
              + " tags"
              + applied.before().map(before -> ", after version " + before.version()).orElse(""));
      return TollList.DONE;
    }
    if (answer instanceof Answer.Already already) {
      out.println(name(already.now()) + " was in force before; nothing was done");
      return TollList.DONE;
    }
    if (answer instanceof Answer.AskFull ask) {
      out.println(
          "not taken: "
              + ask.why()
              + "; nothing was changed, ask "
              + ask.issuer()
              + " for the full list of "
              + ask.list());
    } else if (answer instanceof Answer.NotYet later) {
      out.println(
          "not taken: "
              + name(later.list())
              + " holds from "
              + later.validFrom()
              + "; nothing was changed, apply it then");
    }
    return TollList.NOT_TAKEN;
  }

  private List<ListFile> files() throws WrongUsage {
    return given.parts().stream().map(ListFile::new).toList();
  }

  private static String name(ListInForce list) {
    return list.issuer() + " " + list.list() + " " + list.version();
  }

  private TableMaking.Progress progress(PrintStream err, long all) {
    return new TableMaking.Progress() {
      private long said = clock.millis();

      @Override
      public void read(long entries) {
        if (clock.millis() - said >= TELL_EVERY_MS) {
          said = clock.millis();
          err.println(entries + (all == 0 ? "" : " of " + all) + " entries read");
        }
      }
    };
  }
}
