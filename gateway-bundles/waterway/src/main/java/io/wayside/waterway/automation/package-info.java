// SPDX-License-Identifier: Apache-2.0
/** Rules that change a light by themselves, each with its reason in words. */
@NullMarked
package io.wayside.waterway.automation;

import org.jspecify.annotations.NullMarked;
