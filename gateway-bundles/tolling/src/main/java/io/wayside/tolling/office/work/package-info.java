// SPDX-License-Identifier: Apache-2.0
/** A back office at work: the thread that posts, and those that ask. */
@NullMarked
package io.wayside.tolling.office.work;

import org.jspecify.annotations.NullMarked;
