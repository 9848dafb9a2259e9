// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.register;

/** Which of two comes first: of the words of a number, or of the bytes of a word. */
public enum Significance {
  HIGH_FIRST,
  LOW_FIRST
}
