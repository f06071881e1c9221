/* The main file behind sqlite's amalgamation: runs scripts, each in a database of its own, and prints what comes out. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void print_row(sqlite3_stmt *statement)
{
    for (int i = 0; i < sqlite3_column_count(statement); i++) {
        const unsigned char *text = sqlite3_column_text(statement, i);
        printf("%s%s", i ? "|" : "", text ? (const char *)text : "NULL");
    }
    putchar('\n');
}

static void run_statements(sqlite3 *db, const char *sql)
{
    while (*sql) {
        sqlite3_stmt *statement = NULL;
        int status = sqlite3_prepare_v2(db, sql, -1, &statement, &sql);
        if (status == SQLITE_OK && !statement)
            continue;
        while (status == SQLITE_OK && (status = sqlite3_step(statement)) == SQLITE_ROW) {
            print_row(statement);
            status = SQLITE_OK;
        }
        if (status != SQLITE_DONE) {
            printf("error %d: %s\n", status, sqlite3_errmsg(db));
            if (!statement)
                break;
        }
        sqlite3_finalize(statement);
    }
}

static int run_script(const char *path)
{
    char line[1 << 12], sql[1 << 14];
    FILE *file = fopen(path, "r");
    sqlite3 *db;
    if (!file || sqlite3_open(":memory:", &db) != SQLITE_OK)
        return 1;
    printf("-- %s\n", strrchr(path, '/') + 1);
    sql[0] = '\0';
    while (fgets(line, sizeof line, file)) {
        strcat(sql, line);
        if (sqlite3_complete(sql)) {
            run_statements(db, sql);
            sql[0] = '\0';
        }
    }
    printf("%d changes\n", sqlite3_total_changes(db));
    fclose(file);
    return sqlite3_close(db);
}

int main(int argc, char **argv)
{
    int failed = 0;
    for (int i = 1; i < argc; i++)
        failed += run_script(argv[i]) != 0;
    return failed;
}
