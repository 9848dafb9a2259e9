// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.cli;

import io.wayside.core.data.GarbledData;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

/** The command {@code wayside toll-list}. */
public final class TollList {

  static final int DONE = 0;
  static final int WRONG = 2;
  static final int NOT_TAKEN = 3;

  private static final String USAGE =
      """
      usage: wayside toll-list build --issuer NAME --list LIST --version N --sign KEY=FILE.pem
                                     --in FILE --out FILE [--base N --tags N] [--parts N]
                                     [--plate-hash-bytes N] [--as-of TIME] [--valid-from TIME]
             wayside toll-list check --keys FILE PART…
             wayside toll-list apply --keys FILE --store FOLDER PART…
             wayside toll-list show --store FOLDER [--issuers FILE --tag EPC[/BITS]]

        build  makes a signed list of entries, one on a line, in any order; sorts them in memory. With
               --base it is a delta, and --tags says how many tags are on the list after it. Several
               parts are called FILE.1, FILE.2, …
        check  reads a list to its end: signature, order, hash, form of every entry
        apply  puts a list into force; nothing changes when it is not whole, not signed or does not fit
        show   lists in force, their age and files that are damaged; with --tag what they say of it

        LIST   accounts    EPC[/BITS] GROUP|- ok|low [PLATEHASH]
               blocked     EPC[/BITS]
               stolen      EPC[/BITS]
               exempt      EPC[/BITS] REASON
               discounted  EPC[/BITS] DISCOUNT
               tickets     EPC[/BITS] KIND@STATION:GROUP:FROM:TO …
               in a delta also -EPC[/BITS] for a tag that leaves the list
        --keys FILE  lines of issuer, name of the key, Ed25519 public key in base64

      exit status: 0 done; 2 wrong usage, damaged or wrongly signed; 3 right, but not taken: the full
      list is needed, or its time has not come
      """;

  private TollList() {}

  public static void main(String[] arguments) {
    System.exit(
        run(
            Clock.systemUTC(),
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
            arguments));
  }

  /** Does it and returns the exit status. */
  static int run(Clock clock, PrintStream out, PrintStream err, String... arguments) {
    List<String> words = Arrays.asList(arguments);
    if (words.contains("--help")) {
      out.print(USAGE);
      return DONE;
    }
    try {
      ListArguments given = ListArguments.parse(words);
      return switch (given.verb()) {
        case "build" -> new ListBuild(given, clock).run(out, err);
        case "check" -> new ListCheck(given, clock).check(out, err);
        case "apply" -> new ListCheck(given, clock).apply(out, err);
        case "show" -> new ListShow(given, clock).run(out);
        default ->
            throw new WrongUsage(
                "\"" + given.verb() + "\" is none of build, check, apply, show; --help shows how");
      };
    } catch (WrongUsage wrong) {
      return refused(err, wrong);
    } catch (GarbledData garbled) {
      return refused(err, garbled);
    } catch (IOException unreadable) {
      return refused(err, unreadable);
    }
  }

  private static int refused(PrintStream err, Exception why) {
    String said =
        why instanceof java.nio.file.NoSuchFileException missing
            ? missing.getFile() + ": there is no such file or folder"
            : why instanceof CharacterCodingException
                ? "a file that must be text is not text in UTF-8"
                : String.valueOf(why.getMessage());
    err.println("wayside toll-list: " + said.replaceAll("\\R", " "));
    return WRONG;
  }
}
