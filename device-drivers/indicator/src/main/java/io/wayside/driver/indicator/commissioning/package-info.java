// SPDX-License-Identifier: Apache-2.0
/** What is checked when an indicator is put into service: pure. */
@NullMarked
package io.wayside.driver.indicator.commissioning;

import org.jspecify.annotations.NullMarked;
