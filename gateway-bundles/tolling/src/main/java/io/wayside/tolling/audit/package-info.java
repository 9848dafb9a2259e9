// SPDX-License-Identifier: Apache-2.0
/** What somebody gets who complains of a passage: its evidence, for people and for programs. */
@NullMarked
package io.wayside.tolling.audit;

import org.jspecify.annotations.NullMarked;
