// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.folder;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a picture and its number: the last digits before the ending.
 *
 * @param name of the file
 * @param number that orders it
 */
record NumberedFile(String name, BigInteger number) implements Comparable<NumberedFile> {

  private static final Pattern PICTURE =
      Pattern.compile("(?i).*?(\\d{1,40})\\D*\\.(?:jpe?g|png)", Pattern.DOTALL);
  private static final Comparator<NumberedFile> ORDER =
      Comparator.comparing(NumberedFile::number).thenComparing(NumberedFile::name);

  static Optional<NumberedFile> of(String name) {
    Matcher picture = PICTURE.matcher(name);
    return picture.matches()
        ? Optional.of(new NumberedFile(name, new BigInteger(picture.group(1))))
        : Optional.empty();
  }

  @Override
  public int compareTo(NumberedFile other) {
    return ORDER.compare(this, other);
  }
}
