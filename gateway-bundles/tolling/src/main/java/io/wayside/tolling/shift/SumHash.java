// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.shift;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 over what is added, each with a line end behind it; can be read on the way. */
final class SumHash {

  private final MessageDigest digest;

  SumHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("SHA-256 is in every JDK but not in this one", absent);
    }
  }

  void add(byte[] more) {
    digest.update(more);
    digest.update((byte) '\n');
  }

  byte[] value() {
    try {
      return ((MessageDigest) digest.clone()).digest();
    } catch (CloneNotSupportedException bound) {
      throw new IllegalStateException("the JDK's SHA-256 can be copied", bound);
    }
  }
}
