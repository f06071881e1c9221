/*
 * Real work in the place of the pause, 2: a database. SQLite's functions block, so they are called in other
 * threads, by async_to_thread; the loop is free meanwhile, and several queries are worked on at once.
 * Needs libsqlite3. Takes some 100 milliseconds.
 */
#include <asyncc/thread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <uv.h>

/* A database in memory, which all connections of the process see while one of them is open. */
static const char database[] = "file:/orders?vfs=memdb";

/* What a thread is told, and what it answers. */
struct query {
    const char *sql;
    int row; /* whether there was one; value is its first column */
    char value[64];
    char error[128]; /* empty if there was none */
};

/* ---- in other threads: ordinary C, which may block ---- */

static void run_statement(sqlite3 *db, struct query *query)
{
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v2(db, query->sql, -1, &statement, NULL) == SQLITE_OK) {
        int status = sqlite3_step(statement);
        query->row = status == SQLITE_ROW;
        if (query->row)
            snprintf(query->value, sizeof query->value, "%s", (const char *)sqlite3_column_text(statement, 0));
        if (query->row || status == SQLITE_DONE) {
            sqlite3_finalize(statement);
            return;
        }
    }
    snprintf(query->error, sizeof query->error, "%s", sqlite3_errmsg(db));
    sqlite3_finalize(statement);
}

/* Each query has a connection of its own, so that they need not wait for one another. */
static void run_query(void *arg)
{
    struct query *query = arg;
    sqlite3 *db;
    if (sqlite3_open_v2(database, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL) == SQLITE_OK)
        run_statement(db, query);
    else
        snprintf(query->error, sizeof query->error, "%s", db ? sqlite3_errmsg(db) : "out of memory");
    sqlite3_close(db);
}

struct creation {
    sqlite3 *db;
    int status; /* SQLite's */
};

static void create_orders(void *arg)
{
    static const char sql[] =
        "CREATE TABLE orders (id INTEGER PRIMARY KEY, customer TEXT, amount INTEGER);"
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)"
        "INSERT INTO orders SELECT i, 'customer ' || (i * 7 % 11), i * 37 % 1000 FROM n;";
    struct creation *creation = arg;

    creation->status = sqlite3_open_v2(database, &creation->db,
                                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI, NULL);
    if (creation->status == SQLITE_OK)
        creation->status = sqlite3_exec(creation->db, sql, NULL, NULL, NULL);
}

/* ---- in the loop's thread ---- */

static async struct query ask(const char *question, const char *sql)
{
    struct query query = { .sql = sql };
    printf("Asking: %s\n", question);
    int error = await async_to_thread(run_query, &query);
    if (error)
        snprintf(query.error, sizeof query.error, "%s", uv_strerror(error));
    return query;
}

static async void something_else(void)
{
    puts("The loop has time for something else.");
}

static void report(struct query query)
{
    printf("%s\n", query.error[0] ? query.error : query.row ? query.value : "nothing");
}

async int main(void)
{
    struct creation creation = { 0 };
    defer sqlite3_close(creation.db);
    int error = await async_to_thread(create_orders, &creation);
    if (error || creation.status != SQLITE_OK) {
        fprintf(stderr, "%s\n", error ? uv_strerror(error) : sqlite3_errstr(creation.status));
        return 1;
    }

    struct query number, best, last, wrong;
    await gather(number = ask("How many orders are there?", "SELECT count(*) FROM orders"),
                 best = ask("Who has spent the most?", "SELECT customer || ' (' || sum(amount) || ')' FROM orders "
                                                       "GROUP BY customer ORDER BY sum(amount) DESC LIMIT 1"),
                 last = ask("Which was the last large one?", "SELECT max(id) FROM orders WHERE amount > 990"),
                 wrong = ask("What is in a table that is not there?", "SELECT * FROM customers"),
                 something_else());
    report(number);
    report(best);
    report(last);
    report(wrong);
    return 0;
}
