// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

/** A record's place within one gateway. */
record Key(String stream, long sequence) {

  @Override
  public String toString() {
    return stream + "/" + sequence;
  }
}
