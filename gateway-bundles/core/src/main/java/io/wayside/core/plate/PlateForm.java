// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.plate;

import io.wayside.core.data.Evidence;
import io.wayside.core.data.Wording;
import java.util.regex.Pattern;

/**
 * One form of plates.
 *
 * @param whole the text without separators
 * @param head what stands before the first separator or line break, where the plate has one
 */
public record PlateForm(String id, Wording title, Pattern whole, Pattern head, Evidence evidence) {

  /** Whether a text without separators has this form, and its head, where it is known. */
  boolean fits(String compact, String before) {
    return whole.matcher(compact).matches() && (before.isEmpty() || head.matcher(before).matches());
  }
}
