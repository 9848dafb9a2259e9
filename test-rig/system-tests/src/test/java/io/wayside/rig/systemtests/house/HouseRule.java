// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.house;

import com.tngtech.archunit.lang.ArchRule;

/** A rule, and the name by which a fixture that breaks it says so. */
record HouseRule(String name, ArchRule rule) {

  @Override
  public String toString() {
    return name;
  }
}
