// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern.text;

import io.wayside.core.water.AidQuantity;
import io.wayside.core.water.AidReport;
import io.wayside.core.water.AidSign;
import io.wayside.core.water.LanternMode;
import io.wayside.core.water.LightStatus;
import io.wayside.core.water.Presence;
import io.wayside.core.water.RaconStatus;
import io.wayside.driver.lantern.text.Vocabulary.Entry;
import io.wayside.driver.lantern.text.Vocabulary.Meaning;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a lantern's text says, by the vocabulary of its make. Pure. */
public final class LanternText {

  private static final Pattern NUMBER = Pattern.compile("(-?\\d{1,6}(?:\\.\\d{1,6})?).*");

  private final Vocabulary vocabulary;

  public LanternText(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The report in a text; empty where not a word of it is known. */
  public Optional<AidReport> read(long monotonicNanos, String aid, String text) {
    Reading reading = new Reading();
    text.replace(';', '\n').replace(',', '\n').lines().forEach(line -> reading.line(line.strip()));
    return reading.found ? Optional.of(reading.report(monotonicNanos, aid)) : Optional.empty();
  }

  private final class Reading {
    private final Map<AidQuantity, Double> quantities = new EnumMap<>(AidQuantity.class);
    private final Set<AidSign> signs = EnumSet.noneOf(AidSign.class);
    private final Set<AidSign> tells = EnumSet.noneOf(AidSign.class);
    private Optional<Boolean> offPosition = Optional.empty();
    private LightStatus light = LightStatus.NOT_TOLD;
    private LanternMode mode = LanternMode.NOT_TOLD;
    private Optional<String> rhythm = Optional.empty();
    private boolean found;

    void line(String line) {
      for (Entry entry : vocabulary.entries()) {
        if (entry.named()) {
          after(line, entry.word()).ifPresent(value -> take(entry.meaning(), value));
        } else if (hasWord(line.toLowerCase(Locale.ROOT), entry.word())) {
          take(entry.meaning(), "");
        }
      }
    }

    private void take(Meaning meaning, String value) {
      if (meaning instanceof Meaning.Quantity quantity) {
        Matcher number = NUMBER.matcher(value);
        if (number.matches()) {
          found = true;
          quantities.put(quantity.what(), Double.parseDouble(number.group(1)) * quantity.scale());
        }
        return;
      }
      if (meaning instanceof Meaning.Mode by) {
        LanternMode told = by.codes().get(value.toLowerCase(Locale.ROOT));
        found |= told != null;
        mode = told == null ? mode : told;
      } else if (meaning instanceof Meaning.Light by) {
        LightStatus told = by.codes().get(value.toLowerCase(Locale.ROOT));
        found |= told != null;
        light = told == null ? light : told;
      } else if (meaning instanceof Meaning.Rhythm) {
        found = true;
        rhythm = Optional.of(value);
      } else if (meaning instanceof Meaning.OffPosition) {
        found = true;
        offPosition = Optional.of(true);
      } else if (meaning instanceof Meaning.Sign sign) {
        found = true;
        tells.add(sign.what());
        if (sign.isSo()) {
          signs.add(sign.what());
        }
      }
    }

    AidReport report(long monotonicNanos, String aid) {
      return new AidReport(
          monotonicNanos,
          aid,
          Optional.empty(),
          Presence.REAL,
          Optional.empty(),
          offPosition,
          light,
          RaconStatus.NOT_TOLD,
          Optional.empty(),
          mode,
          rhythm,
          quantities,
          signs,
          tells,
          OptionalInt.empty());
    }
  }

  /** What follows a name, its colon or equals sign left out. */
  private static Optional<String> after(String line, String name) {
    if (!line.regionMatches(true, 0, name, 0, name.length())) {
      return Optional.empty();
    }
    String rest = line.substring(name.length());
    boolean parted = rest.startsWith(":") || rest.startsWith("=") || rest.startsWith(" ");
    String value = rest.replaceFirst("^[ :=]+", "").strip();
    return parted && !value.isEmpty() ? Optional.of(value) : Optional.empty();
  }

  private static boolean hasWord(String line, String word) {
    int at = line.indexOf(word);
    while (at >= 0) {
      boolean begins = at == 0 || !Character.isLetterOrDigit(line.charAt(at - 1));
      int end = at + word.length();
      if (begins && (end == line.length() || !Character.isLetterOrDigit(line.charAt(end)))) {
        return true;
      }
      at = line.indexOf(word, at + 1);
    }
    return false;
  }
}
