// SPDX-License-Identifier: Apache-2.0
/** Tags: the forms of their numbers, and whose they are. */
@NullMarked
package io.wayside.tolling.tag;

import org.jspecify.annotations.NullMarked;
