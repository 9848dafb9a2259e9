// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.plate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a text may mean as a plate. Nothing is corrected silently: the text as it was said is kept,
 * and every reading that fits with as few changed characters as possible.
 *
 * @param said as the camera said it
 * @param plain upper case, without separators
 * @param readings none when no form fits, whatever is changed
 */
public record PlateText(String said, String plain, List<Reading> readings) {

  /** More characters than a plate has are not put right. */
  private static final int LONGEST = 12;

  private static final int MOST_CHANGES = 3;
  private static final int MOST_READINGS = 32;
  private static final Pattern HEAD = Pattern.compile("^\\s*([0-9A-ZĐ]{2,5})[\\s\\-]+[0-9A-ZĐ]");

  /**
   * A plate it may be.
   *
   * @param plate without separators
   * @param form id of the form it has
   * @param changes how many characters would have been misread
   */
  public record Reading(String plate, String form, int changes) {}

  public PlateText {
    readings = List.copyOf(readings);
  }

  /** Where nobody knows the country's forms. */
  public static PlateText asItIs(String said) {
    return new PlateText(said, plain(said), List.of());
  }

  static PlateText of(String said, List<PlateForm> forms, Map<Character, String> confused) {
    String upper = said.toUpperCase(Locale.ROOT);
    String plain = plain(said);
    Matcher head = HEAD.matcher(upper);
    int before = head.find() ? head.group(1).length() : 0;
    Set<String> candidates = new LinkedHashSet<>(List.of(plain));
    for (int changes = 0; changes <= MOST_CHANGES; changes++) {
      List<Reading> fitting = fitting(candidates, before, changes, forms);
      if (fitting.isEmpty()) {
        fitting = fitting(candidates, 0, changes, forms); // cameras put separators anywhere
      }
      if (!fitting.isEmpty() || plain.length() > LONGEST) {
        return new PlateText(said, plain, fitting);
      }
      candidates = changed(candidates, plain, confused);
    }
    return new PlateText(said, plain, List.of());
  }

  /**
   * Upper case, letters and digits alone: the same for {@code 29A-123.45} and {@code 29a 12345}.
   */
  static String plain(String said) {
    return said.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", "");
  }

  private static List<Reading> fitting(
      Set<String> candidates, int before, int changes, List<PlateForm> forms) {
    List<Reading> fitting = new ArrayList<>();
    for (String candidate : candidates) {
      String head = before < candidate.length() ? candidate.substring(0, before) : "";
      for (PlateForm form : forms) {
        if (fitting.size() < MOST_READINGS && form.fits(candidate, head)) {
          fitting.add(new Reading(candidate, form.id(), changes));
        }
      }
    }
    return fitting;
  }

  /** Each with one more character taken for another, none of them taken twice. */
  private static Set<String> changed(
      Set<String> candidates, String plain, Map<Character, String> confused) {
    Set<String> more = new LinkedHashSet<>();
    for (String candidate : candidates) {
      for (int at = 0; at < candidate.length(); at++) {
        if (candidate.charAt(at) == plain.charAt(at)) {
          for (char other : confused.getOrDefault(plain.charAt(at), "").toCharArray()) {
            more.add(candidate.substring(0, at) + other + candidate.substring(at + 1));
          }
        }
      }
    }
    return more;
  }

  /** The plates it may be, each once; the text as it stands when no form fits. */
  public List<String> plates() {
    if (readings.isEmpty()) {
      return plain.isEmpty() ? List.of() : List.of(plain);
    }
    return readings.stream().map(Reading::plate).distinct().toList();
  }

  /** The form, when only one fits. */
  public Optional<String> form() {
    List<String> ids = readings.stream().map(Reading::form).distinct().toList();
    return ids.size() == 1 ? Optional.of(ids.get(0)) : Optional.empty();
  }

  /** Whether it can be a plate of the country at all. */
  public boolean fits() {
    return !readings.isEmpty();
  }
}
