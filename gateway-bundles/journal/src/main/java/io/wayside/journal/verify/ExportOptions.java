// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.verify;

import io.wayside.journal.store.Extract.Selection;
import io.wayside.journal.verify.Options.Wrong;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line.
 *
 * @param database the journal's database
 * @param to empty for standard output
 */
record ExportOptions(Path database, Optional<Path> to, Selection selection, boolean isOneRecord) {

  static final String USAGE =
      """
      usage: wayside export JOURNAL --to FILE|- [--record STREAM/NUMBER]
                                    [--stream STREAM [--first N] [--last N]] [--every-seal]

        JOURNAL        folder of a journal, or its journal.db, in use or not; it is not
                       changed. A folder in quarantine/ can be exported too
        --to FILE|-    where it goes, one JSON object on a line; - is standard output
        --record STREAM/NUMBER
                       one record and what proves it: the links up to a sealed head,
                       and that seal
        --stream STREAM
                       one stream; without it all of them
        --first N, --last N
                       only these numbers of the stream, and the links up to a sealed head
        --every-seal   every seal of the commits, which say when each was made; without
                       it only the seals that vouch for the last records

      ./wayside verify FILE --key KEY checks an export without the journal. Blobs are not
      in it: a record names them by their SHA-256.

      exit status: 0 all that was asked for is in it, 1 something is missing or damaged,
      as said, 2 wrong usage
      """;

  /** What is wanted, for people. */
  String wanted() {
    return selection.stream().orElse("") + "/" + selection.first();
  }

  static ExportOptions parse(String... arguments) throws Wrong {
    @Nullable Path journal = null;
    @Nullable String to = null;
    @Nullable String stream = null;
    @Nullable String record = null;
    long first = 1;
    long last = Long.MAX_VALUE;
    boolean range = false;
    boolean everySeal = false;
    for (int i = 0; i < arguments.length; i++) {
      String option = arguments[i];
      switch (option) {
        case "--every-seal" -> everySeal = true;
        case "--to" -> to = after(arguments, i++);
        case "--stream" -> stream = after(arguments, i++);
        case "--record" -> record = after(arguments, i++);
        case "--first" -> {
          first = number(option, after(arguments, i++));
          range = true;
        }
        case "--last" -> {
          last = number(option, after(arguments, i++));
          range = true;
        }
        default -> {
          if (option.startsWith("-") || journal != null) {
            throw new Wrong("\"" + option + "\" is not expected");
          }
          journal = Path.of(option);
        }
      }
    }
    if (record != null) {
      int slash = record.lastIndexOf('/');
      if (slash < 1 || stream != null || range) {
        throw new Wrong("--record wants STREAM/NUMBER, and no --stream, --first or --last with it");
      }
      stream = record.substring(0, slash);
      first = number("--record", record.substring(slash + 1));
      last = first;
    } else if (range && stream == null) {
      throw new Wrong("--first and --last want a --stream");
    }
    if (first > last) {
      throw new Wrong("--first is greater than --last");
    }
    Selection selection = new Selection(Optional.ofNullable(stream), first, last, everySeal);
    return new ExportOptions(database(journal), target(to), selection, record != null);
  }

  private static Path database(@Nullable Path journal) throws Wrong {
    if (journal == null) {
      throw new Wrong("a journal is wanted");
    }
    Path database = Files.isDirectory(journal) ? journal.resolve("journal.db") : journal;
    if (!Files.exists(database)) {
      throw new Wrong(database + " does not exist");
    }
    return database;
  }

  private static Optional<Path> target(@Nullable String to) throws Wrong {
    if (to == null) {
      throw new Wrong("--to FILE is wanted, or --to - for standard output");
    }
    if (to.equals("-")) {
      return Optional.empty();
    }
    if (Files.exists(Path.of(to))) {
      throw new Wrong(to + " exists; name another file, or remove it");
    }
    return Optional.of(Path.of(to));
  }

  private static String after(String[] arguments, int at) throws Wrong {
    if (at + 1 == arguments.length) {
      throw new Wrong(arguments[at] + " wants a value after it");
    }
    return arguments[at + 1];
  }

  private static long number(String option, String text) throws Wrong {
    if (!text.matches("[1-9][0-9]{0,11}")) {
      throw new Wrong(option + " wants a whole number from 1 on, not \"" + text + "\"");
    }
    return Long.parseLong(text);
  }
}
