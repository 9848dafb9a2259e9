// SPDX-License-Identifier: Apache-2.0
/** UHF RFID toll readers that speak the low-level reader protocol. */
@NullMarked
package io.wayside.driver.llrp;

import org.jspecify.annotations.NullMarked;
