// SPDX-License-Identifier: Apache-2.0
/** What registers and lines say. */
@NullMarked
package io.wayside.driver.detector.card;

import org.jspecify.annotations.NullMarked;
