// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.cli;

import io.wayside.core.data.GarbledData;
import io.wayside.tolling.book.exchange.ListKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words of the command line: a verb, options with a value, files.
 *
 * @param verb the first word
 */
record ListArguments(String verb, Map<String, String> options, List<Path> files) {

  private static final Set<String> OPTIONS =
      Set.of(
          "--issuer",
          "--list",
          "--version",
          "--base",
          "--tags",
          "--sign",
          "--in",
          "--out",
          "--parts",
          "--plate-hash-bytes",
          "--as-of",
          "--valid-from",
          "--keys",
          "--store",
          "--issuers",
          "--tag");

  static ListArguments parse(List<String> words) throws WrongUsage {
    if (words.isEmpty()) {
      throw new WrongUsage("build, check, apply or show is missing; --help shows how");
    }
    Map<String, String> options = new HashMap<>();
    List<Path> files = new ArrayList<>();
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      if (!word.startsWith("--")) {
        files.add(Path.of(word));
      } else if (!OPTIONS.contains(word)) {
        throw new WrongUsage("there is no option \"" + word + "\"; --help lists them");
      } else if (i + 1 == words.size()) {
        throw new WrongUsage(word + " wants a value after it");
      } else if (options.put(word, words.get(++i)) != null) {
        throw new WrongUsage(word + " is given twice");
      }
    }
    return new ListArguments(words.get(0), options, files);
  }

  Optional<String> optional(String name) {
    return Optional.ofNullable(options.get(name));
  }

  String required(String name) throws WrongUsage {
    return optional(name).orElseThrow(() -> new WrongUsage(name + " is missing; --help shows how"));
  }

  long number(String name, long least, long most) throws WrongUsage {
    String text = required(name);
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notNumber) {
      throw new WrongUsage(name + ": \"" + text + "\" is not a whole number");
    }
    throw new WrongUsage(name + ": must be from " + least + " to " + most);
  }

  Instant instant(String name, Instant otherwise) throws WrongUsage {
    Optional<String> text = optional(name);
    try {
      return text.map(Instant::parse).orElse(otherwise);
    } catch (DateTimeParseException notInstant) {
      throw new WrongUsage(
          name + ": \"" + text.orElse("") + "\" is not a time such as 2026-11-21T23:00:00Z");
    }
  }

  List<Path> parts() throws WrongUsage {
    if (files.isEmpty()) {
      throw new WrongUsage("the files of the list are missing; give every part");
    }
    return files;
  }

  ListKeys keys() throws WrongUsage, IOException, GarbledData {
    Path file = Path.of(required("--keys"));
    ListKeys keys = ListKeys.parse(file.toString(), Files.readString(file));
    if (keys.isEmpty()) {
      throw new WrongUsage("--keys " + file + ": holds no key; add the issuer's");
    }
    return keys;
  }
}
