/* The two founding reports, held against the figures of their sources, and how all reports were compiled: read in one process. */
import './boras-2017.ts';
import './lund-2018.ts';
import './apparatus.ts';
